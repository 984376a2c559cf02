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
screening-because-something_said = Something is wrong, and it does not add up to grounds yet.
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
