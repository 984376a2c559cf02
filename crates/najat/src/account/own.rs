//! One's own account: devices, language, roles, forms that came too late.

use access::action::{ChooseLanguage, EndOwnSession, ReadOwnAccount, ReadOwnDraft, SaveList};
use axum::extract::{Path, State};
use axum::response::Response;
use http::header;
use page::{
    App, Fields as _, Form, Frame, FrameKind, Message, Problem, Route, Sampled, Table, render,
    sampled,
};
use people::account::{self, AccountError, FactorSet, OwnAccount};
use people::draft::{self, Draft};
use people::member::Membership;
use people::organisation;
use people::saved::{self, SavedError};
use people::session::{self, Ending};
use record::{Id, Language};
use store::StoreError;
use vault::Plain;

use super::view::{
    AccountPage, DeviceLine, DraftLine, DraftPage, FactorLine, Kept, RoleLine, system_key,
};
use super::{Mine, rules, see};

/// The routes of one's own account.
pub(super) fn routes() -> Vec<Route> {
    let (staff, none) = (FrameKind::Staff, page::no_sample);
    vec![
        Route::get::<ReadOwnAccount, _>("/account", "own-account", staff, account_samples, read)
            .in_nav("account-title", "user"),
        Route::post::<ChooseLanguage, _>(
            "/account/language",
            "choose-language",
            staff,
            none,
            language,
        )
        .takes::<Choosing>(),
        Route::post::<SaveList, _>("/account/lists", "save-list", staff, none, save_list)
            .takes::<Keeping>(),
        Route::post::<EndOwnSession, _>(
            "/account/devices/{id}/end",
            "end-device",
            staff,
            none,
            end_device,
        ),
        Route::post::<EndOwnSession, _>(
            "/account/sessions/end",
            "end-sessions",
            staff,
            none,
            end_others,
        ),
        Route::post::<EndOwnSession, _>("/account/roles/{id}", "act-in-role", staff, none, act_in),
        Route::get::<ReadOwnDraft, _>(
            "/account/drafts/{id}",
            "own-draft",
            staff,
            draft_samples,
            read_draft,
        ),
    ]
}

pub(super) fn problem(error: AccountError) -> Problem {
    match error {
        AccountError::Store(error) => error.into(),
        _ => Problem::NotThere,
    }
}

async fn read(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    let own = own_account(&app, &mine).await?;
    let permit = mine.permit::<ReadOwnDraft>(&app).await?;
    let drafts = app.store.read(
        permit,
        |unit| async move { draft::read_own_drafts(&unit).await },
    );
    let drafts: Vec<Draft> = drafts
        .await
        .map_err(|error: StoreError| Problem::from(error))?;
    let language = mine.visit.language;
    let page = AccountPage {
        frame: mine.frame("account-title"),
        roles: roles(&app, &mine, &own.memberships).await?,
        devices: own
            .devices
            .iter()
            .map(|device| line(device, mine.standing.device))
            .collect(),
        drafts: drafts
            .into_iter()
            .map(|draft| DraftLine {
                id: draft.id,
                at: draft.at,
            })
            .collect(),
        name: own.name,
        sign_in_name: own.sign_in_name,
        recovery_left: own.recovery_left,
        factor: own.factor.map(set_up),
    };
    Ok(render(language, &page))
}

pub(super) async fn own_account(app: &App, mine: &Mine) -> Result<OwnAccount, Problem> {
    let permit = mine.permit::<ReadOwnAccount>(app).await?;
    let read = app.store.read(permit, |unit| async move {
        account::read_own_account(&unit).await
    });
    read.await.map_err(problem)
}

fn set_up(factor: FactorSet) -> FactorLine {
    FactorLine {
        at: factor.at,
        system: factor.on.map(system_key),
    }
}

fn line(device: &session::Device, this: Id) -> DeviceLine {
    DeviceLine {
        this: device.id == this,
        id: device.id,
        system: system_key(device.system),
        first_seen: device.first_seen,
        last_seen: device.last_seen,
        signed_in: device.signed_in,
    }
}

async fn roles(app: &App, mine: &Mine, held: &[Membership]) -> Result<Vec<RoleLine>, Problem> {
    let language = mine.visit.language;
    let bodies = app
        .store
        .read_clear(async |look| organisation::all(&*look).await)
        .await?;
    let name = |org: Id| {
        bodies
            .iter()
            .find(|body| body.id == org)
            .map(|body| body.is.names.get(language).to_owned())
    };
    let live = held.iter().filter(|held| held.is_live());
    Ok(live
        .map(|held| RoleLine {
            id: held.id,
            role: Message::new(language, format!("role-{}", held.role.code())).to_string(),
            organisation: name(held.org).unwrap_or_default(),
            this: held.id == mine.standing.membership,
        })
        .collect())
}

page::fields! {
    /// A press by which somebody chooses the language of their pages.
    pub(super) struct Choosing {
        /// Which.
        pub language: Language = pick("language-choice", "", "error-choose"),
    }
}

async fn language(State(app): State<App>, mine: Mine, mut form: Form) -> Result<Response, Problem> {
    let Choosing { language, .. } = Choosing::read(&mut form).ok_or(Problem::MethodNotAllowed)?;
    let permit = mine.permit::<ChooseLanguage>(&app).await?;
    app.store
        .unit(permit, move |unit| async move {
            account::choose_language(&unit, language).await
        })
        .await
        .map_err(problem)?;
    let back = rules::place_of(form.value("back"));
    Ok(see(&back.unwrap_or_else(|| mine.visit.href("own-account"))))
}

record::codes! {
    /// What is done with a choice in a list.
    Keeps {
        /// It is kept.
        Keep = "keep",
        /// It is kept no longer.
        Forget = "forget",
    }
}

page::fields! {
    /// A press by which somebody keeps what they chose in a list, or keeps it no longer.
    pub(super) struct Keeping {
        /// Of which list, by the name of its route.
        pub list: String = unseen(),
        /// What was chosen, as its address carries it.
        pub asked: String = unseen(),
    }
}

async fn save_list(
    State(app): State<App>,
    mine: Mine,
    mut form: Form,
) -> Result<Response, Problem> {
    let keeps = form.code::<Keeps>("go").ok_or(Problem::MethodNotAllowed)?;
    let Keeping { list, asked, .. } = Keeping::read(&mut form).ok_or(Problem::MethodNotAllowed)?;
    // The list is one that exists: its name leads back to it.
    let row = app.table.find(&list).ok_or(Problem::MethodNotAllowed)?;
    let back = format!("{}?{asked}", mine.visit.href(row.name));
    let permit = mine.permit::<SaveList>(&app).await?;
    let name = row.name;
    let saved = app.store.unit(permit, move |unit| {
        let asked = asked.clone();
        async move { saved::save(&unit, name, &asked, keeps == Keeps::Keep).await }
    });
    match saved.await {
        Ok(()) => Ok(see(&back)),
        Err(SavedError::Store(error)) => Err(error.into()),
        Err(SavedError::NoChoice) => Err(Problem::MethodNotAllowed),
        Err(SavedError::Full) => Err(Problem::Explained("list-kept-full")),
    }
}

async fn end(app: &App, mine: &Mine, ending: Ending) -> Result<(), Problem> {
    let permit = mine.permit::<EndOwnSession>(app).await?;
    let ended = app.store.unit(permit, move |unit| async move {
        session::end_own_session(&unit, ending).await
    });
    Ok(ended.await?)
}

async fn end_device(
    State(app): State<App>,
    mine: Mine,
    Path(device): Path<String>,
) -> Result<Response, Problem> {
    let device: Id = device.parse().map_err(|_| Problem::NotThere)?;
    end(&app, &mine, Ending::Device(device)).await?;
    Ok(mine.visit.redirect("own-account"))
}

async fn end_others(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    end(&app, &mine, Ending::AllBut(mine.standing.session)).await?;
    Ok(mine.visit.redirect("own-account"))
}

async fn act_in(
    State(app): State<App>,
    mine: Mine,
    Path(membership): Path<String>,
) -> Result<Response, Problem> {
    let membership: Id = membership.parse().map_err(|_| Problem::NotThere)?;
    let permit = mine.permit::<EndOwnSession>(&app).await?;
    let session = mine.standing.session;
    let token: Plain<String> = app
        .store
        .unit(permit, move |unit| async move {
            session::act_in(&unit, session, membership).await
        })
        .await
        .map_err(|error: StoreError| Problem::from(error))?;
    let mut response = mine.visit.redirect("own-account");
    response
        .headers_mut()
        .append(header::SET_COOKIE, rules::session_cookie(&token));
    Ok(response)
}

async fn read_draft(
    State(app): State<App>,
    mine: Mine,
    Path(draft): Path<String>,
) -> Result<Response, Problem> {
    let draft: Id = draft.parse().map_err(|_| Problem::NotThere)?;
    let permit = mine.permit::<ReadOwnDraft>(&app).await?;
    let read = app.store.unit(permit, move |unit| async move {
        draft::read_own_draft(&unit, draft).await
    });
    let draft: Draft = read
        .await
        .map_err(|error: StoreError| Problem::from(error))?;
    let path = rules::place_of(Some(&draft.content.path)).ok_or(Problem::NotThere)?;
    let page = DraftPage {
        frame: mine.frame("account-draft-title"),
        at: draft.at,
        fields: fields(&app.table, mine.visit.language, &path, draft.content.fields),
        path,
    };
    Ok(render(mine.visit.language, &page))
}

fn fields(
    table: &Table,
    language: Language,
    path: &str,
    all: Vec<(String, Plain<String>)>,
) -> Vec<Kept> {
    all.into_iter()
        .map(|field| kept(table, language, path, field))
        .collect()
}

fn kept(
    table: &Table,
    language: Language,
    path: &str,
    (name, text): (String, Plain<String>),
) -> Kept {
    let field = table.field(path, &name);
    Kept {
        // What the page put there has no name.
        label: field
            .map(|field| field.label)
            .filter(|label| !label.is_empty())
            .unwrap_or("draft-field"),
        chosen: field.and_then(|field| field.chosen(&text, language)),
        is_shown: !text.is_blank() && name != page::KEY && name != page::VERSION,
        name,
        text,
    }
}

fn account_samples(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "account-title");
    let id = |n: u8| Id::from_bytes([n; 16]);
    let at = frame().now;
    let device = |n, system, this| DeviceLine {
        id: id(n),
        system: system_key(system),
        first_seen: at.plus_seconds(-9 * 24 * 3600),
        last_seen: at.plus_seconds(-600),
        signed_in: this,
        this,
    };
    let role = |n, key: &'static str, this| RoleLine {
        id: id(n),
        role: Message::new(language, key).to_string(),
        organisation: "Bridge of Hope, Basra (made up)".to_owned(),
        this,
    };
    let page = |roles, devices, drafts, left| AccountPage {
        frame: frame(),
        name: Plain::new("زينب الحسيني".to_owned()),
        sign_in_name: Plain::new("zainab".to_owned()),
        recovery_left: left,
        factor: (left > 0).then(|| {
            set_up(FactorSet {
                at: at.plus_seconds(-9 * 24 * 3600),
                on: Some(session::System::Android),
            })
        }),
        roles,
        devices,
        drafts,
    };
    let roles = vec![
        role(1, "role-responder", true),
        role(2, "role-caseworker", false),
    ];
    let devices = vec![
        device(3, session::System::Android, true),
        device(4, session::System::Windows, false),
    ];
    let drafts = vec![DraftLine { id: id(5), at }];
    let least = page(
        vec![role(1, "role-responder", true)],
        vec![device(3, session::System::Other, true)],
        Vec::new(),
        0,
    );
    vec![
        sampled("full", language, &page(roles, devices, drafts, 9)),
        sampled("empty", language, &least),
    ]
}

fn draft_samples(language: Language) -> Vec<Sampled> {
    let frame = Frame::sample(language, FrameKind::Staff, "account-draft-title");
    let path = "/reports/1/answer";
    let table = Table::default();
    let field = |name: &str, text: &str| {
        kept(
            &table,
            language,
            path,
            (name.to_owned(), Plain::new(text.to_owned())),
        )
    };
    let fields = vec![
        field("said", "سنتصل بك غداً صباحاً.\nTomorrow at nine."),
        field("form_key", "key"),
        field("version", "3"),
    ];
    vec![sampled(
        "full",
        language,
        &DraftPage {
            at: frame.now,
            frame,
            path: path.to_owned(),
            fields,
        },
    )]
}
