//! Code lists of this pillar, made like those of `record`: stores hold codes, words are the
//! language files' business.

macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            #[allow(dead_code, reason = "not every list is walked")]
            /// Every code of the list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code as it is stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = record::UnknownCode;
            fn from_str(code: &str) -> Result<Self, record::UnknownCode> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err(record::UnknownCode { list: stringify!($name) }),
                }
            }
        }
    };
}

pub(crate) use codes;
