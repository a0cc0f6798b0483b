### Sentences that the report builds from the numbers, in English.
###
### You may change every word here. Lines that begin with # are for you and are not
### printed. A name in braces, as { $level }, is filled in; which names a sentence may use
### stands above it. What a sentence says in different cases is chosen like this:
###
###     { $distance ->
###         [1] one level
###        *[other] several levels
###     }
###
### The line with the star is taken when no other fits. The first letter of a sentence is
### made a capital. Check what you changed:  spf-assess forms check FOLDER
###
### Where a sentence cannot be used, the report prints the official one in its place.

## Pieces that the sentences use

# Names of the groups within a sentence. { GROUP($apart) } prints the one that $apart means.
group-government = Government
group-employers = Employers
group-workers = Workers

# $dimension: law or practice.
in-dimension = { $dimension ->
    [law] in law
   *[practice] in practice
}

# $outcome: the rule's word for the range of the positions.
outcome = { $outcome ->
    [convergence] convergence
    [near_convergence] near convergence
    [divergence] divergence
    [strong_divergence] strong divergence
   *[no_comparison] no comparison
}

# $distance: how many levels one group stands from the others: 0.5, 1, 1.5, 2, 2.5 or 3.
# $direction: lower or higher.
steps = { $distance ->
    [0.5] half a level
    [1] one level
    [1.5] a level and a half
    [2] two levels
    [2.5] two and a half levels
   *[3] three levels
} { $direction ->
    [lower] lower
   *[higher] higher
}

# Why a group has no level. $missing: government, employers or workers.
# $reason: dont_know, not_applicable, prefers_not, not_asked (an earlier answer skipped
# the question), nothing (handed in no answers) or blank.
none-given = { GROUP($missing) } { $reason ->
    [dont_know] { $missing ->
        [government] does not know
       *[other] do not know
    }
    [not_applicable] { $missing ->
        [government] finds the question not applicable
       *[other] find the question not applicable
    }
    [prefers_not] { $missing ->
        [government] prefers not to answer
       *[other] prefer not to answer
    }
    [not_asked] { $missing ->
        [government] was not asked
       *[other] were not asked
    }
    [nothing] handed in no answers
   *[blank] gave no level
}

## A section: what the positions on its headline question show

# All three state the same level. $dimension, $level (1 to 4, halves as 2½), $outcome.
finding-unanimous = { in-dimension }, the three groups agree on level { $level } ({ outcome }).

# Two state the same level, one another. $dimension, $level (of the two), $outcome,
# $apart (who stands apart: government, employers, workers), $own (its level),
# $distance and $direction (see steps).
finding-one-apart = { in-dimension }, two of three groups agree on level { $level }; { GROUP($apart) } { $apart ->
    [government] places
   *[other] place
} it { steps }, at { $own } ({ outcome }).

# Three levels. $dimension, $outcome, $low and $high (levels), $lowest and $highest (groups).
finding-all-differ = { in-dimension }, the three groups state different levels, from { $low } for { GROUP($lowest) } to { $high } for { GROUP($highest) } ({ outcome }).

# Two of three groups gave a level, the same. $dimension, $level, $outcome, $first and
# $second (the two groups), $missing and $reason (see none-given).
finding-two-agree = { in-dimension }, { GROUP($first) } and { GROUP($second) } agree on level { $level }; { none-given } ({ outcome } of two groups).

# Two of three groups gave a level, not the same. $dimension, $outcome, $low and $high
# (levels), $lowest and $highest (groups), $missing and $reason (see none-given).
finding-two-differ = { in-dimension }, { GROUP($lowest) } { $lowest ->
    [government] states
   *[other] state
} level { $low } and { GROUP($highest) } level { $high }; { none-given } ({ outcome } of two groups).

# Only two groups were asked, and they agree. $dimension, $level, $outcome, $first, $second.
finding-two-asked-agree = { in-dimension }, { GROUP($first) } and { GROUP($second) }, the two groups asked, agree on level { $level } ({ outcome } of two groups).

# Only two groups were asked, and they differ. $dimension, $outcome, $low, $high, $lowest, $highest.
finding-two-asked-differ = { in-dimension }, of the two groups asked, { GROUP($lowest) } { $lowest ->
    [government] states
   *[other] state
} level { $low } and { GROUP($highest) } level { $high } ({ outcome } of two groups).

# One group alone gave a level. $dimension, $own (its level), $apart (which group).
finding-one-only = { in-dimension }, { GROUP($apart) } alone gave a level, { $own }; nothing is compared.

# No group gave a level. $dimension.
finding-none = { in-dimension }, no group gave a level; nothing is compared.

# Members of a group lie two levels or more apart. $number (how many such groups), $only
# (the group, where it is one), $groups (their names, where they are several).
finding-divided = { $number ->
    [1] { GROUP($only) } { $only ->
        [government] was itself divided
       *[other] were themselves divided
    }
   *[other] { $groups } were each divided among themselves
}.

## The summary: how many sections agree. $dimension, $total (sections), $close (converge
## or nearly), $apart (diverge), $none (cannot be compared); numbers.

sections-none = { in-dimension }, no section can be compared.

sections-close = { in-dimension }, positions converge or nearly converge on { $total ->
    [1] the only section
    [2] both sections
   *[other] all { $total } sections
}.

sections-apart = { in-dimension }, positions converge or nearly converge on { $close ->
    [0] none
   *[other] { $close }
} of { $total } { $total ->
    [one] section
   *[other] sections
} and diverge on { $apart }.

sections-some-none = { in-dimension }, positions converge or nearly converge on { $close ->
    [0] none
   *[other] { $close }
} of { $total } { $total ->
    [one] section
   *[other] sections
} and cannot be compared on { $none }.

sections-apart-none = { in-dimension }, positions converge or nearly converge on { $close ->
    [0] none
   *[other] { $close }
} of { $total } { $total ->
    [one] section
   *[other] sections
}, diverge on { $apart } and cannot be compared on { $none }.

# $number: positions at level 3 or more on headline questions that rest on nothing.
unsupported = { $number ->
    [one] { $number } position at level 3 or more on the headline questions rests on grade D or on no source (*).
   *[other] { $number } positions at level 3 or more on the headline questions rest on grade D or on no source (*).
}

## What is missing. $reference (the paragraph), $question (its short name), $part (law,
## practice, or whole where the question has one part), $groups (names of the groups).

gap-part = { $part ->
    [law] , in law
    [practice] , in practice
   *[whole] {""}
}
gap-sex = { $reference }, { $question }{ gap-part }: no figures for women and men ({ $groups }).
gap-dont-know = { $reference }, { $question }{ gap-part }: not known ({ $groups }).
gap-blank = { $reference }, { $question }{ gap-part }: left blank ({ $groups }).

## On what the levels rest, and who is covered. Numbers.

# $strong: positions that rest on a source of grade A or B, of $total.
evidence-strong = { $strong ->
    [0] none of { $total } { $total ->
        [one] position rests
       *[other] positions rests
    }
    [one] { $strong } of { $total } { $total ->
        [one] position rests
       *[other] positions rests
    }
   *[other] { $strong } of { $total } positions rest
} on a source of grade A or B.

# $number: positions for which no source was named.
evidence-none = { $number ->
    [0] A source was named for each.
   *[other] For { $number } no source was named.
}

# $number: coverage figures.
coverage-given = { $number ->
    [one] { $number } coverage figure was given.
   *[other] { $number } coverage figures were given.
}
coverage-by-sex = { $number ->
    [0] None tells women and men apart.
    [one] { $number } tells women and men apart.
   *[other] { $number } tell women and men apart.
}
coverage-fewer-women = { $number ->
    [0] In none of them are fewer women than men covered.
   *[other] In { $number } of them fewer women than men are covered.
}

## Actions decided. $number: how many.

plan-decided = { $number ->
    [one] { $number } action was decided under Paragraph 14.
   *[other] { $number } actions were decided under Paragraph 14.
}
plan-together = { $number ->
    [0] None was agreed by all three groups.
    [one] { $number } was agreed by all three groups.
   *[other] { $number } were agreed by all three groups.
}

## How positions moved between two rounds. $number: how many positions.

positions-moved = { $number ->
    [0] No position moved.
    [one] { $number } position moved.
   *[other] { $number } positions moved.
}
positions-kept = { $number ->
    [0] No position was kept.
    [one] { $number } position was kept.
   *[other] { $number } positions were kept.
}
positions-first = { $number ->
    [one] { $number } position was stated for the first time.
   *[other] { $number } positions were stated for the first time.
}
positions-withdrawn = { $number ->
    [one] { $number } position was withdrawn.
   *[other] { $number } positions were withdrawn.
}

# What became of one position; it goes on behind the group's name, without a capital.
# $before and $after: levels, 1 to 4, halves as 2½.
course-moved = from { $before } to { $after }
course-kept = { $before } kept
course-first = { $after }, for the first time
course-withdrawn = { $before } before, now no level
course-kept-all = position kept
# What it answered in the later round is not what counts. $level.
course-answered = its answers in the later round say { $level }; what it stated in the discussion counts

# Since the last consultation. $total: levels of headline questions that can be compared;
# $lower, $same and $higher: how many of them.
levels-since = of { $total } { $total ->
    [one] level
   *[other] levels
} on headline questions, { $lower ->
    [0] none is
    [one] { $lower } is
   *[other] { $lower } are
} lower than in the last consultation, { $higher ->
    [0] none
   *[other] { $higher }
} higher and { $same ->
    [0] none
   *[other] { $same }
} the same.

## What pictures show, for those who hear the page

# Where the groups stand on one question. $positions: their names with their levels.
picture-strip = { $positions }, { outcome }
# The small profile. $dimension, $total (sections), $positions (of each).
picture-profile = positions { in-dimension }, section by section{ $total ->
    [0] {""}
   *[other] : { $positions }
}
# Sections by result. $dimension, $counts: the results with their numbers.
picture-outcomes = { in-dimension }: { $counts }
# Sources behind one group's positions. $name (the group), $total, $counts: the grades
# with their numbers, each as picture-grade tells it.
picture-grades = { $name }: { $total ->
    [0] no position
   *[other] { $counts }
}
picture-grade = { $grade }, { $number ->
    [one] { $number } position
   *[other] { $number } positions
}
# One coverage figure. $question (what is counted), $name (the group), $counts: the
# shares, each as picture-share tells it. $share: women, men, total or target.
picture-coverage = { $question }, { $name }: { $counts }
picture-share = { $share ->
    [women] women
    [men] men
    [total] total
   *[target] target
} { $number }
# How members of one group rated. $name (the group), $dimension, $counts: how many chose
# each level, each as picture-rating tells it, $people: how many answered.
picture-ratings = { $name }, { in-dimension }: { $counts }; { $people ->
    [one] { $people } member answered
   *[other] { $people } members answered
}
# $rated: a level (1 to 4), lower (levels 1 and 2), upper (3 and 4), none (no level) or
# unknown (of these, don't know). $number: how many.
picture-rating = { $rated ->
    [lower] levels 1 and 2 together
    [upper] levels 3 and 4 together
    [none] no level
    [unknown] of these, don't know
   *[other] level { $rated }
}: { $number }
picture-coverage-scale = scale from 0 to 100 per cent
# One action over time. $number (of the action), $period, $status.
picture-action = { $number }. { $period }; { $status }
picture-years = years { $begin } to { $end }
# Positions of one group, then and now. $name (the group), $lower, $same, $higher.
picture-sides = { $name }: lower { $lower }, the same { $same }, higher { $higher }
picture-then-now = { $name }: then { $before }, now { $after }

## Captions of figures and tables. Each tells its numbers.

# $people, of whom $women and $men; who did not state it is in $people alone.
caption-people = who took part, by group and sex: { $people ->
    [one] { $people } person
   *[other] { $people } people
}, among them { $women ->
    [0] no women
    [one] { $women } woman
   *[other] { $women } women
} and { $men ->
    [0] no men
    [one] { $men } man
   *[other] { $men } men
}
# $practice and $law: sections, of $total, that converge or nearly converge.
caption-outcomes = sections by result: positions converge or nearly converge on { $practice ->
    [0] none
   *[other] { $practice }
} of { $total } { $total ->
    [one] section
   *[other] sections
} in practice and on { $law ->
    [0] none
   *[other] { $law }
} in law
caption-profile = positions of the three groups on { $total ->
    [1] the only section
   *[other] { $total } sections
}, in law and in practice
# $strong: positions that rest on grade A or B, of $total.
caption-grades = sources behind the positions, by grade: A or B for { $strong ->
    [0] none
   *[other] { $strong }
} of { $total }
caption-sources = best source behind each headline level, on { $total ->
    [1] the only section
   *[other] { $total } sections
}
# $number (figures), $both: of them, how many tell women and men apart.
caption-coverage = coverage as each group gives it: { $number ->
    [one] { $number } figure
   *[other] { $number } figures
}, { $both ->
    [0] none of them
   *[other] { $both } of them
} for women and men apart
# $earlier and $later: parts of questions, of $total, that converge or nearly converge in
# rounds $begin and $end.
caption-tallied = results by round: convergence or near convergence on { $earlier ->
    [0] none
   *[other] { $earlier }
} of { $total } { $total ->
    [one] part of a question
   *[other] parts of questions
} in round { $begin }, on { $later ->
    [0] none
   *[other] { $later }
} in round { $end }
# $number: parts of questions.
caption-moved = positions that changed between the rounds, on { $number ->
    [one] { $number } part of a question
   *[other] { $number } parts of questions
}
# $number: groups that gave priorities.
caption-orders = priorities as { $number ->
    [1] one group gave them
    [2] two groups gave them
   *[other] the three groups gave them
}
# $number: actions.
caption-plan = actions decided: { $number }
# $years: 1 where all lie in one year, $begin; else they lie between $begin and $end.
caption-timeline = { $number ->
    [one] { $number } action
   *[other] { $number } actions
} over time, { $years ->
    [1] in { $begin }
   *[other] from { $begin } to { $end }
}
caption-became = what became of the { $number ->
    [1] one action
   *[other] { $number } actions
} of the last plan
# Positions: $lower, $same, $higher.
caption-trends = positions then and now: { $lower } lower, { $same } the same, { $higher } higher
caption-changed = headline questions on which a level changed, in law or in practice: { $number }
caption-answers = all answers, to { $number ->
    [1] the only question
   *[other] { $number } questions
}
caption-figures = figures of the profile on { $total ->
    [1] the only section
   *[other] { $total } sections
}
caption-places = places that the groups gave to { $total ->
    [1] the only section named
   *[other] { $total } sections
}
