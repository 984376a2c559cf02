# Screening: the questions, what is proposed and why.
# @reviewed-by: draft

## What is found

screening-outcome-NO_INDICATION_NOW = No sign of trafficking now. The person may come back at any time.
screening-outcome-MORE_INFORMATION = Talk again: there is not enough to tell.
screening-outcome-REASONABLE_GROUNDS = Reasonable grounds: this person has the right to protection now.

## Why

screening-because-elements = Act, means and purpose are shown.
screening-because-child_elements = Act and purpose are shown. Under 18 no means is needed.
screening-because-child_exploitation = A child is being exploited: one strong sign is enough under 18.
screening-because-exploitation_and_force = A strong sign of exploitation, and force.
screening-because-all_in_one = One strong sign that carries act, means and purpose.
screening-because-act_and_force = An act, exploitation, and force.
screening-because-only_seen = All of it was only seen, not told. Talk with the person.
screening-because-something_said = Something is wrong, and it is not enough for grounds yet.
screening-because-child_labour = Long work alone: a child protection worker looks at it as child labour.
screening-because-too_few = Fewer than eight questions were answered.
screening-because-not_safe = The talk was not safe: no answer here can mean that nothing is wrong.
screening-because-nothing = Nothing was said yes to, and enough was asked.

## The elements

screening-act = Act
screening-means = Means
screening-purpose = Purpose
screening-shown = shown
screening-not-shown = not shown yet
screening-not-needed = not needed under 18
screening-act-found = found by whoever talked with the person
screening-urgent = Danger now. See to safety first; the questions wait.
screening-line = { $name }: { $state }
screening-line-rows = { $name }: { $state } ({ $rows })

## How it stands

screening-state = How it stands
screening-state-open = questions are being asked
screening-state-handed_in = handed in, waits for a decision
screening-state-lower_proposed = a lower result waits for a supervisor
screening-state-decided = decided
screening-step-decided = Decided
screening-step-lower_proposed = Proposed a lower result
screening-step-lower_confirmed = Confirmed a lower result
screening-step-reopened = Opened again

## Before the first question

screening-start-title = Talk and ask
screening-of-report = This is about report { $code }.
screening-back-report = Back to the report
screening-duty-title = Say this first
screening-duty-care = "I will not tell the police what you say unless you want it. If somebody's life is in danger, or a child is being hurt, I have to get help. You can stop at any time."
screening-duty-front = "I work for a public body and may have to pass on that a crime happened. You can stop at any time, and you get help whatever you tell me."
screening-first = Then ask
screening-to-talk = Does the person themself agree to talk?
screening-to-talk-hint = A child too says yes or no.
screening-to-write = Does the person themself agree that it is written down?
screening-to-write-hint = If not, nothing is kept, and help goes on.
screening-age = How old is the person now?
screening-age-hint = What they say is enough. If nobody knows, they count as a child.
screening-where = In which governorate?
screening-which-place = Choose the governorate
screening-start = Begin
screening-not-agreed-title = Nothing was kept
screening-not-agreed-lead = The person did not agree, or somebody else answered for them. No question is asked, and nothing of this is on record.
screening-not-agreed-goes-on = Help goes on all the same: a safe place under a code name, a doctor, a lawyer. They may come back and say yes at any time. Nothing that they get depends on it.
screening-handed-title = The desk has it
screening-handed-lead = The care desk of that governorate goes on, by this code. You keep nothing of what was said, and find it no more.
screening-not-agreed = The person must agree themself to both.

## The card

screening-card = Ten questions, for a grown-up
screening-card-child = Few questions, for a child
screening-card-lead = Ask alone, in the person's own language, in a safe place. Say first what you must pass on. Write no name on it.
screening-card-print = Print the card for a grown-up
screening-card-child-print = Print the card for a child

## How the talk is

screening-setting = How the talk is
screening-setting-hint = Tick what is so. Unless all four are, no result can say that nothing is wrong.
screening-alone = Alone: nobody else hears it
screening-own-language = In the person's own language
screening-no-link = The interpreter has no link to those who are feared
screening-no-link-hint = Tick it too if nobody interprets.
screening-safe-place = In a safe place
screening-then = Was the person under 18 at any time of what happened?
screening-then-hint = Ask everybody under 30, and whoever's story began years ago. For a child choose "not asked".
screening-then-yes = Yes
screening-then-no = No
screening-then-unknown = Not known
screening-then-not_asked = Not asked
screening-contact = When did they last have to do with whoever does this to them?
screening-contact-hint = Within a week: see to safety before any other page.
screening-contact-now = They are still with them
screening-contact-day = Today or yesterday
screening-contact-week = Within a week
screening-contact-month = Within a month
screening-contact-longer = Longer ago
screening-contact-unknown = Not known
screening-contact-nobody = There is nobody like that
screening-dangers = Is one of these so, now?
screening-dangers-hint = Each of them stops the questions: safety first.
screening-danger-injury = Hurt, ill, trouble in pregnancy, overdose, talk of suicide
screening-danger-near = Whoever does this is here, near, calls, or knows the place
screening-danger-held = Held against their will
screening-danger-threat = Threatened with death, also by family or tribe
screening-danger-child_alone = A child alone, with somebody whose link is not shown, or a baby used for begging
screening-danger-sexual_violence = Sexual violence within five days: a doctor first
screening-danger-images = Pictures of a child's abuse online: copy nothing
screening-danger-organ = An organ is to be taken, or was
screening-danger-moved = About to be deported, handed over, married, moved or sold
screening-danger-custody = In custody
screening-danger-armed_group = In the hands of an armed group
screening-act-by-you = You found that somebody recruited, took, handed over, lodged or received the person
screening-act-by-you-hint = From what they told, whatever single answers say.

## The questions

screening-title = Screening
screening-groups = More questions, by what happened
screening-level-one = The first questions
screening-with-bangla = Show Bangla beside the questions
screening-without-bangla = Without Bangla
screening-ask-hint = Say each as it stands. Yes always means that something is wrong. What is not asked is no "no".
screening-only-if-told = Only if the child tells of it
screening-told-more = The child tells more
screening-noted = note it, do not ask
screening-offer-health = Offer it, do not ask: "Is there anything you want a health worker to know?"
screening-when = If yes: when
screening-when-now = now, or it still threatens
screening-when-last_5_days = in the last five days
screening-when-before = before
screening-basis = Known from
screening-basis-said = the person
screening-basis-seen = what I saw
screening-basis-document = a paper
screening-basis-third_party = somebody else
screening-why = What a yes means
screening-answer-yes = Yes
screening-answer-no = No
screening-answer-unknown = Does not know
screening-answer-not_asked = Not asked
screening-answer-declined = Did not want to say
screening-save = Save and see what it shows
screening-theirs = Saved meanwhile by somebody else:
screening-stale = Somebody saved this meanwhile. What you typed is below: look it over and send it again.
screening-nothing-asked = Nothing was asked yet.
screening-recent = Within a week whoever does this was there. See to safety first.
screening-shows = What it shows so far
screening-rests-on = It rests on this:
screening-machine = The program only proposes. A trained person decides, with reasons.
screening-asks-then = Ask next: was the person under 18 at any time of what happened?
screening-whole = Save, see the whole and decide
screening-hand-in = Save and hand in
screening-hand-in-hint = A caseworker goes on. You do not see it any more.

## Groups of questions

screening-group-general = In general
screening-group-children = Children
screening-group-domestic_servitude = Work in a household
screening-group-labour_exploitation = Other work
screening-group-sexual_exploitation = Sexual exploitation
screening-group-begging_petty_crime = Begging and petty crime
screening-group-online_recruitment = Online
screening-group-iraq_context = What happens here
screening-group-ilo_deceptive_recruitment = Deceived at the beginning
screening-group-ilo_coercive_recruitment = Forced at the beginning
screening-group-ilo_vulnerability_recruitment = Need that was used at the beginning
screening-group-ilo_exploitation = Conditions of work
screening-group-ilo_coercion_destination = Forced later
screening-group-ilo_vulnerability_destination = Need that was used later

## What is found

screening-answers-open = What was answered ({ $count })
screening-decisions = What was decided
screening-decide-title = Decide what is found
screening-decide-lead = You decide, with reasons. It can be higher than what the program proposes; for a lower one a second person is needed.
screening-decide = Decide
screening-found = What do you find?
screening-found-hint = None of these ends a stay or closes help.
screening-reasons = Why?
screening-reasons-hint = What was said and seen. No word on whether somebody is to be believed.
screening-back-to = Back to the screening
screening-lower-title = Propose a lower result
screening-lower-lead = A supervisor reads your reasons and confirms, or the questions are asked again.
screening-lower-send = Propose it
screening-confirm-title = Confirm the lower result
screening-confirm-lead = Read the answers and the reasons first. You were not the one who proposed it.
screening-confirm-send = Confirm
screening-reopen-title = Ask again
screening-reopen-lead = What was decided stays on record, with your reasons for asking again.
screening-reopen-send = Open it again
screening-is-lower = This is lower than what the program proposes, or proposed before. Use "Propose a lower result".
screening-is-not-lower = This is not lower than what the program proposes or proposed before. Decide it yourself.

## Lists

screening-list-title = Screenings
screening-list-empty = Nobody is being screened here now.
screening-list-none-such = No screening like that.
screening-list-all = All screenings
screening-list-caption = Screenings, the latest first
screening-filter-state = that are
screening-filter-any = in any state
screening-code = Code
screening-report = Report
screening-begun = Begun
screening-place = Place
screening-panel-title = Screening
screening-panel-open = See the screening
screening-panel-begin = Talk and ask
screening-panel-again = Talk with somebody else of this report
screening-task-open = A screening has begun
screening-task-handed = A screening waits for a decision
screening-task-untaken = A screening waits for a caseworker
screening-task-lower = A lower result waits for you
screening-step-ask = Go on asking
screening-step-decide = Read and decide
screening-step-confirm = Read and confirm

## What was done

did-start-screening = Began a screening
did-answer-screening = Saved answers of a screening
did-list-screenings = Looked at the screenings
did-read-screening = Opened a screening
did-decide-screening = Decided what a screening shows
did-propose-lower-result = Proposed a lower result
did-confirm-lower-result = Confirmed a lower result
did-reopen-screening = Opened a screening again
did-bring-screening = Brought a screening to whoever has its report
