//! Who helps where: services for anybody, and the desks for whoever works here. No worker's name,
//! and of shelters nothing but that there is one in a governorate.

mod desks;
mod rules;
mod services;

/// The pages of this room.
pub fn routes() -> Vec<page::Route> {
    [services::routes(), desks::routes()].concat()
}
