//! The design system: layout, components, forms, languages, problems, routes.
