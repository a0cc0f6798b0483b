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
