# Clocks: who is due to be safe by when, what was done about it, and people who are held.
# @reviewed-by: draft

## What is to happen

clock-what-T1 = Get the child to safety, away from whoever exploits them
clock-what-T2 = Bring the child in custody before the judge, or free the child
clock-what-T3 = Name a case worker and a support person
clock-what-T4 = Find a guardian for a child found alone
clock-what-T5 = Have a first health check
clock-what-T6 = Register a child found alone
clock-what-T7 = Assess what is best for the child, and plan for it
clock-what-T8 = Open the tracing of the family
clock-what-T9 = Have the panel decide; look at the place for now again
clock-what-T10 = Find a place to learn; get papers
clock-what-T11 = Hold the first interview
clock-what-T12 = End the trial
clock-what-T13 = Visit after going home
clock-what-ANSWER = The house must answer the request
clock-what-HOLD = Bring the person to the place that is held
clock-what-STAY = Find out what follows the emergency stay
clock-what-RIGHT = Meet a right not yet met

## How old

clock-age-child = Child
clock-age-unknown = Age unknown: treated as a child
clock-age-adult = Adult

## How a clock stands

clock-state-running = Running
clock-state-missed = Missed
clock-state-stopped = Ended
clock-proposed = Adult? Waits for a supervisor
clock-outside = Outside the standard

## The list

clock-list-title = Clocks
clock-list-lead = Every clock here runs until what it waits for has happened. Nothing sets it back.
clock-list-caption = Clocks, the one due first at the top
clock-list-empty = No clock runs here now.
clock-none-found = No clock is like that now.
clock-list-all = See all clocks
clock-filter-state = How it stands
clock-filter-what = What is to happen
clock-filter-any = any
clock-filter-what-any = anything
clock-code = Code
clock-what = What
clock-age = Age
clock-place = Place
clock-place-unknown = Place not known
clock-since = Since
clock-due = Due
clock-state = State

## One clock

clock-title = Clock
clock-stale = Something changed since this page was made. Look again before you decide.
clock-report = To the report
clock-see-clock = See the clock
clock-has-stopped = The clock has ended meanwhile. There is nothing left to do here.
clock-place-not-listed = This place does not end the clock.
clock-safety-note = Closing the report does not end this clock, and neither does an answer to the alarm.

## Seen in a safe place

clock-seen-title = The child was seen in a safe place
clock-seen-lead = Somebody must have seen the child there themselves. What was only told does not count.
clock-seen-shelter-lead = The child stands in your house, and you have seen the child there yourself.
clock-seen-go = Say where
clock-seen-place = What place is it?
clock-seen-hint = No other place ends the clock: not a police station, not a hall or a reform home, not an employer’s house, not an adult who is no kin.
clock-seen-myself = I have seen the child there myself
clock-seen-send = The child is safe there
clock-place-kin = With kin, and we checked that it is kin
clock-place-foster = With a foster family
clock-place-shelter = In a shelter
clock-place-hospital = In a hospital, with somebody who cares for the child
clock-place-interim = In a safe place for the time being (outside the standard)
clock-wrong-place = Choose the place. If it is none of these, the clock goes on.
clock-wrong-myself = Tick this only if you have seen the child there yourself

## Answering the alarm

clock-alarm-title = The clock was missed
clock-alarm-why = Why is it late?
clock-alarm-hint = The answer silences nothing: whoever is to be told next is told all the same.
clock-alarm-send = Answer the alarm
clock-alarm-taken = I have taken this
clock-alarm-looking = We are looking for the person
clock-alarm-on_the_way = Somebody is on the way
clock-alarm-no_place_yet = A place was asked for; none is there yet
clock-alarm-not_reached = Nobody can be reached safely
clock-alarm-held = The person is held
clock-alarm-unsafe = Going there now would put the person in danger
clock-alarm-told_on = I have told the next by telephone

## An adult

clock-adult-title = An adult, or counted by mistake
clock-adult-lead = A supervisor has the last word. Until then the clock goes on.
clock-adult-basis = How do you know?
clock-adult-hint = No X-ray and no examination of the body, ever.
clock-adult-send = Propose it to the supervisor
clock-adult-proposed = Somebody proposed it:
clock-adult-waits = It waits for a supervisor.
clock-adult-confirm-lead = If you agree, the clock ends. In doubt the person is a child.
clock-adult-confirm-send = I agree: it is no child
clock-adult-refuse-send = I do not agree: a child
clock-basis-paper = A paper was seen
clock-basis-said = The person says so
clock-basis-family = The family says so
clock-basis-assessed = People trained for it looked at the whole person
clock-found-adult = The person is an adult

## What was done

clock-acts-title = What was done
clock-acts-empty = Nothing yet.
clock-act-answered = The alarm was answered
clock-act-prolonged = Prolonged
clock-act-reached = A point was reached
clock-act-missed = It was missed
clock-act-told = Told
clock-act-proposed = Proposed: an adult
clock-act-refused = Not agreed: a child
clock-act-stopped = Ended
clock-act-restarted = It goes on
clock-act-restarted-why = the person is a child after all
clock-was-due = Before, it was due
clock-told-supervisor = the supervisor
clock-told-oversight = the independent body
clock-told-state-duty = the ministry’s duty officers
clock-told-focal-point = the committee’s focal point

## The next step, on Today

clock-step-proposed = Adult? Decide
clock-step-answer = Answer the alarm
clock-step-seen = Say where the child is safe
clock-step-look = See the clock

## People who are held

detention-list-title = Held
detention-list-lead = Somebody is held, or is to be deported. What stands here is all that is known before the person says yes to a lawyer.
detention-list-caption = People who are held, the most urgent at the top
detention-list-empty = Nobody is held, as far as is known here.
detention-code = Code
detention-place = Place
detention-place-unknown = Place not known
detention-by = Who holds them
detention-since = Since
detention-due = Due
detention-state = State
detention-open = Open
detention-closed = Closed
detention-report = To the report
detention-task = Somebody is held
detention-step-report = Read the report
detention-step-see = See who is held
detention-one-title = Held
detention-no-judge = The residence directorate holds them: no judge may be asked before departure. Be there before the hour.
detention-answer = What the lawyer says
detention-answer-hint = Press it as soon as you have taken it, so that nobody else waits. You can change it whenever it stands otherwise.
detention-answer-taken = I have taken this
detention-answer-there = A lawyer is with them
detention-answer-not_found = They are not there, or not any more
detention-answer-unwanted = They do not want a lawyer from us
detention-answer-released = They are free
detention-answer-removed = They were taken out of the country
detention-answer-send = Save how it stands
detention-not-answered = Nobody has taken it yet
detention-step-take = Take it

# What the ledger says that somebody did.
did-start-clock = Started a clock
did-escalate-clock = Told the next about a missed clock
did-list-clocks = Looked at the clocks
did-answer-alarm = Answered an alarm
did-answer-held = Said how it stands with somebody held
did-mark-child-seen = Saw a child in a safe place
did-tell-house = Told the house that a child was seen
did-propose-found-adult = Proposed that somebody is an adult
did-confirm-found-adult = Confirmed that somebody is an adult
did-refuse-found-adult = Did not agree that somebody is an adult
clock-begun = Why?
clock-begun-applies = It holds for this child from now on
clock-begun-asked = A court, a panel or a guardian asked for it
clock-begun-again = It is due once more
clock-ended = What became of it?
clock-ended-hint = Where it has several points, the next one runs from now on.
clock-ended-done = It is done
clock-ended-not_for_them = It does not hold for this child
clock-ended-elsewhere = Another body does it, and has said so
clock-ended-title = Say what became of it
clock-ended-send = Say so
clock-fit = The child has rested and is fit for it
clock-not-fit = Not before the child has rested and is fit. Tick it if that is so.
clock-known = What else is known?
clock-known-hint = It changes by when this must be done.
clock-known-under_five = Under five years old
clock-known-urgent = It is urgent
clock-known-sexual_violence = Sexual violence
clock-known-interim_place = Lives in a place for the time being
clock-begin-title = Start a clock
clock-begin-lead = What must happen for a child by a day. It is counted from what happened, and not from when you write it down. Whoever is on the case sees it; when it is missed others are told.
clock-begin-day = Counted from which day?
clock-begin-day-hint = The day on which that happened.
clock-begin-hour = At what hour?
clock-begin-act = On which day was the violence?
clock-begin-act-hint = Only for a health check after sexual violence.
clock-begin-send = Start it
clock-child-title = Clocks of this child
clock-child-none = None runs besides.
clock-no-child = Only a child has such a clock.
clock-runs = That clock runs already.
clock-act-begun = Started
clock-released = free, or before the judge
clock-named = a case worker and somebody beside them are named
clock-case-closed = the case was closed
did-begin-clock = Started a clock of a child
did-stop-clock = Said what became of a clock
clock-basis-miscounted = There is nobody: a head of a group was counted twice or by mistake
clock-miscounted = Counted by mistake: there is nobody
clock-only-child = No other child of this report has a clock. Count who is meant first.
