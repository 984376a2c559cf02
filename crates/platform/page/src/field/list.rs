//! The macro by which a form is one list.

/// Makes a form of a list of fields: the struct that a handler acts by, and [`Fields`](crate::Fields) for it.
///
/// Each kind is a function of [`Field`](crate::Field), without the name. A kind after `may` need not be there: it
/// has no message for where it is missing, and an `Option` is read.
///
/// After the name of the struct, `judged by` names a function that looks at several fields
/// together, once all are read: `fn(&mut Form)`.
#[macro_export]
macro_rules! fields {
    ($(#[$meta:meta])* $vis:vis struct $name:ident $(judged by $judge:path)? {
        $($(#[$doc:meta])* pub $field:ident: $ty:ty = $($kind:ident)+($($arg:expr),* $(,)?),)*
    }) => {
        $(#[$meta])*
        $vis struct $name {
            $($(#[$doc])* pub $field: $ty,)*
            /// The form's one-time key.
            pub form_key: String,
        }

        impl $crate::Fields for $name {
            const FIELDS: &'static [$crate::Field] =
                &[$($crate::fields!(@field [$($kind)+] $ty, stringify!($field) $(, $arg)*),)*];

            fn read(form: &mut $crate::Form) -> Option<Self> {
                #[allow(unused_mut, unused_variables, reason = "a form may have no field")]
                let mut fields = Self::FIELDS.iter();
                form.read_by(Self::FIELDS);
                $(let $field = fields.next()
                    .and_then(|field| $crate::fields!(@read [$($kind)+] $ty, form, field));)*
                $($judge(form);)?
                if !form.is_right() {
                    return None;
                }
                Some(Self { $($field: $field?,)* form_key: form.key().to_owned() })
            }
        }
    };
    (@field [$(may)? unseen] $ty:ty, $($arg:expr),+) => { $crate::Field::unseen($($arg),+) };
    (@field [may $kind:ident] $ty:ty, $name:expr, $label:expr, $hint:expr $(, $arg:expr)*) => {
        $crate::Field::$kind::<$ty>($name, $label, $hint, "" $(, $arg)*)
    };
    (@field [$kind:ident] $ty:ty, $($arg:expr),+) => { $crate::Field::$kind::<$ty>($($arg),+) };
    (@read [$(may)? several] $ty:ty, $form:ident, $field:ident) => {
        $crate::reading::several::<$ty, _>($form, $field)
    };
    (@read [rows] $ty:ty, $form:ident, $field:ident) => {
        $crate::reading::rows::<$ty, _>($form, $field)
    };
    (@read [may $kind:ident] $ty:ty, $form:ident, $field:ident) => {
        $crate::reading::may::<$ty, _>($crate::reading::$kind($form, $field))
    };
    (@read [$kind:ident] $ty:ty, $form:ident, $field:ident) => {
        $crate::reading::$kind::<$ty>($form, $field)
    };
}
