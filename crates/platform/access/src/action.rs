//! The actions of `policies/authority.csv`, one type each: a route, a permit and a unit name it.

use record::{Kind, Purpose};

/// Something that can be done. Its kind and its purpose are constants.
pub trait Action: Send + Sync + 'static {
    /// The name in `authority.csv`.
    const NAME: &'static str;
    /// The kind of record it is done on.
    const KIND: Kind;
    /// Why it is done.
    const PURPOSE: Purpose;
}

/// An action as data, for whatever is the same for all of them.
#[derive(Clone, Copy, Debug)]
pub struct ActionRow {
    /// The name in `authority.csv`.
    pub name: &'static str,
    /// The kind of record it is done on.
    pub kind: Kind,
    /// Why it is done.
    pub purpose: Purpose,
}

impl ActionRow {
    /// The action of this type.
    pub const fn of<A: Action>() -> Self {
        Self {
            name: A::NAME,
            kind: A::KIND,
            purpose: A::PURPOSE,
        }
    }
}

macro_rules! actions {
    ($($name:ident: $kind:ident, $purpose:ident;)+) => {
        $(
            #[doc = concat!("`", stringify!($name), "` of `authority.csv`.")]
            #[derive(Clone, Copy, Debug)]
            pub struct $name;
            impl Action for $name {
                const NAME: &'static str = stringify!($name);
                const KIND: Kind = Kind::$kind;
                const PURPOSE: Purpose = Purpose::$purpose;
            }
        )+
        /// Every action that is built.
        pub const ACTIONS: &[ActionRow] = &[
            $(ActionRow::of::<$name>(),)+
        ];
        /// Calls a body once with the type of the named action: tests walk the table with it.
        #[macro_export]
        macro_rules! with_action {
            ($given:expr, $action:ident => $body:expr, else $other:expr) => {
                match $given {
                    $(stringify!($name) => { type $action = $crate::action::$name; $body })+
                    _ => $other,
                }
            };
        }
    };
}

actions! {
    ReadPublicPage: None, Intake;
    ReadDutyNumbers: Organisation, Intake;
    ReadReaders: Organisation, Intake;
    SendReport: Report, Intake;
    IntakeReport: Report, Intake;
    ReadOwnReport: Report, Intake;
    AddToReport: Report, Intake;
    StopContact: Report, Intake;
    DeleteReport: Report, Intake;
    ListReports: Report, Intake;
    ReadReport: Report, Intake;
    AnswerReport: Report, Intake;
    ClaimReport: Report, Intake;
    CloseReport: Report, Intake;
    ReassignReport: Report, Intake;
    StepBack: Report, Intake;
    WriteNote: Report, Intake;
    CountHeads: Report, Intake;
    MakePromise: Report, Intake;
    KeepPromise: Report, Intake;
    MoveReport: Report, Intake;
    TakeOverShift: None, Intake;
    HandOverAll: Account, Administration;
    ExtendExclusion: Organisation, Intake;
    SignIn: Account, Administration;
    EnrolAccount: Account, Administration;
    StepUp: Account, Administration;
    ReadOwnAccount: Account, Administration;
    ChooseLanguage: Account, Administration;
    SaveList: Account, Administration;
    EndOwnSession: Account, Administration;
    ChangeSignIn: Account, Administration;
    RenewRecoveryCodes: Account, Administration;
    ProposeFactorReset: Account, Administration;
    ConfirmFactorReset: Account, Administration;
    KeepDraft: Account, Administration;
    ReadOwnDraft: Account, Administration;
    DropDraft: Account, Administration;
    InviteMember: Account, Administration;
    ConfirmMember: Account, Administration;
    EndMember: Account, Administration;
    EndSessions: Account, Administration;
    ListMembers: Account, Administration;
    InitInstallation: None, Administration;
    SetOrganisation: Organisation, Administration;
    EndOrganisation: Organisation, Administration;
    SetReaderOrder: Organisation, Administration;
    SetDutyNumber: Organisation, Administration;
    AskWhetherKnown: None, Prosecution;
    ListReleases: Release, Prosecution;
    ReadRelease: Release, Prosecution;
    ReadServices: Organisation, Intake;
    RecoverAdministrator: Account, Administration;
    OpenStaffName: Account, Oversight;
    FollowMembership: Account, Administration;
    KeepOversight: Account, Oversight;
    ListOrganisations: Organisation, Administration;
    SetDesk: Organisation, Administration;
    ReadDirectory: Organisation, Care;
    ReadToday: None, Administration;
    ListUnattended: None, Administration;
    ReadFigures: None, Statistics;
    ReadLedger: Ledger, Oversight;
    ListLooks: Ledger, Oversight;
    VerifyLedger: Ledger, Oversight;
    ExportLedger: Ledger, Oversight;
    BackUp: None, Administration;
    RestoreBackup: None, Administration;
    ExamineInstallation: None, Administration;
    ListJobs: None, Administration;
    CancelJob: None, Administration;
    RebuildIndex: None, Administration;
    IndexAccount: Account, Administration;
    AskForBed: BedRequest, Placement;
    AskHouses: BedRequest, Placement;
    ListBedRequests: BedRequest, Placement;
    ReadBedRequest: BedRequest, Placement;
    HoldBed: BedRequest, Placement;
    RenewHold: BedRequest, Placement;
    ReleaseHold: BedRequest, Placement;
    AdmitToBed: BedRequest, Placement;
    DeclineBed: BedRequest, Placement;
    ReviewDecline: BedRequest, Placement;
    CancelBedRequest: BedRequest, Placement;
    EndStay: BedRequest, Placement;
    WriteKeepApart: BedRequest, Placement;
    PrintJudgeApplication: BedRequest, Placement;
    RegisterShelter: Shelter, Placement;
    DeclarePlaces: Shelter, Placement;
    CountPlace: Shelter, Placement;
    ListShelters: Shelter, Placement;
    WriteShelterAddress: Shelter, Placement;
    ReadShelterAddress: Shelter, Placement;
    OpenUnmetRight: Right, Placement;
    ListUnmetRights: Right, Oversight;
    AnswerUnmetRight: Right, Oversight;
    CloseUnmetRight: Right, Oversight;
    MarkRightMet: Right, Oversight;
    StartClock: Clock, ChildProtection;
    EscalateClock: Clock, ChildProtection;
    ListClocks: Clock, ChildProtection;
    AnswerAlarm: Clock, ChildProtection;
    BeginClock: Case, ChildProtection;
    StopClock: Clock, ChildProtection;
    MarkChildSeen: Clock, ChildProtection;
    TellHouse: Clock, ChildProtection;
    ProposeFoundAdult: Clock, ChildProtection;
    ConfirmFoundAdult: Clock, ChildProtection;
    RefuseFoundAdult: Clock, ChildProtection;
    StartScreening: Screening, Care;
    AnswerScreening: Screening, Care;
    ListScreenings: Screening, Care;
    ReadScreening: Screening, Care;
    DecideScreening: Screening, Care;
    ProposeLowerResult: Screening, Care;
    ConfirmLowerResult: Screening, Care;
    ReopenScreening: Screening, Care;
    BringScreening: Screening, Care;
    ShredScreening: Screening, Care;
    OpenCase: Case, Care;
    WriteCase: Case, Care;
    ListCases: Case, Care;
    ReadCase: Case, Care;
    ChangeTeam: Case, Care;
    ReassignCase: Case, Care;
    CloseCase: Case, Care;
    ReopenCase: Case, Care;
    BringCase: Case, Care;
    SearchPeople: Person, Care;
    IndexPerson: Person, Administration;
    ReadConsents: Person, Care;
    RecordConsent: Person, Care;
    NameChildDecider: Person, Care;
    WithdrawConsent: Person, Care;
    TellWithdrawal: Person, Care;
    WriteIdentity: Person, Care;
    ReadIdentity: Person, Care;
    ProposeShredding: Case, Care;
    ConfirmShredding: Case, Care;
    ShredPerson: Person, Care;
    ProposeSharing: Person, Care;
    ConfirmSharing: Person, Care;
    PrintPacket: Person, Care;
    WriteAge: Person, Care;
    ShareTeam: Person, Care;
    FindGrownUp: Person, Care;
    BringPerson: Person, Care;
    AddInterpreter: Interpreter, Care;
    WriteInterpreter: Interpreter, Care;
    ListInterpreters: Interpreter, Care;
    FollowInterpreter: Interpreter, Care;
    RecordHeld: Held, LegalDefence;
    TellLegalAid: Held, LegalDefence;
    ListHeld: Held, LegalDefence;
    AnswerHeld: Held, LegalDefence;
}
