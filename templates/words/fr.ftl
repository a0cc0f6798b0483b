### Phrases que le rapport tire des chiffres, en français.
###
### Chaque mot peut être changé. Les lignes qui commencent par # s'adressent à vous et ne
### sont pas imprimées. Un nom entre accolades, comme { $level }, est rempli par le
### programme ; les noms qu'une phrase peut employer figurent au-dessus d'elle. Ce qu'une
### phrase dit selon le cas se choisit ainsi :
###
###     { $distance ->
###         [1] un niveau
###        *[other] plusieurs niveaux
###     }
###
### La ligne marquée d'un astérisque vaut lorsqu'aucune autre ne convient. La première
### lettre d'une phrase devient une majuscule. Les espaces insécables devant : ; ? ! sont
### mises par le programme. Pour vérifier :  spf-assess --lang fr forms check DOSSIER
###
### Quand une phrase ne peut pas servir, le rapport imprime la phrase officielle.

## Éléments employés par les phrases

# Noms des groupes dans une phrase, avec l'article. { GROUP($apart) } imprime celui que
# désigne $apart. Après « de » et « à », le programme contracte : « de { GROUP($apart) } »
# donne « du gouvernement », « des employeurs ».
group-government = le gouvernement
group-employers = les employeurs
group-workers = les travailleurs

# $dimension : law (droit) ou practice (pratique).
in-dimension = { $dimension ->
    [law] en droit
   *[practice] en pratique
}

# $outcome : le mot de la règle pour l'écart entre les positions.
outcome = { $outcome ->
    [convergence] convergence
    [near_convergence] quasi-convergence
    [divergence] divergence
    [strong_divergence] forte divergence
   *[no_comparison] pas de comparaison
}

# $distance : de combien un groupe s'écarte des autres : 0.5, 1, 1.5, 2, 2.5 ou 3.
# $direction : lower (plus bas) ou higher (plus haut).
steps = { $distance ->
    [0.5] un demi-niveau
    [1] un niveau
    [1.5] un niveau et demi
    [2] deux niveaux
    [2.5] deux niveaux et demi
   *[3] trois niveaux
} { $direction ->
    [lower] plus bas
   *[higher] plus haut
}

# Pourquoi un groupe n'a pas de niveau. $missing : government, employers ou workers.
# $reason : dont_know (ne sait pas), not_applicable (sans objet), prefers_not (préfère ne
# pas répondre), not_asked (une réponse antérieure a fait sauter la question), nothing
# (n'a remis aucune réponse) ou blank (rien).
none-given = { GROUP($missing) } { $reason ->
    [dont_know] { $missing ->
        [government] ne sait pas
       *[other] ne savent pas
    }
    [not_applicable] { $missing ->
        [government] juge la question sans objet
       *[other] jugent la question sans objet
    }
    [prefers_not] { $missing ->
        [government] préfère ne pas répondre
       *[other] préfèrent ne pas répondre
    }
    [not_asked] { $missing ->
        [government] n'a pas été interrogé
       *[other] n'ont pas été interrogés
    }
    [nothing] { $missing ->
        [government] n'a remis aucune réponse
       *[other] n'ont remis aucune réponse
    }
   *[blank] { $missing ->
        [government] n'a pas indiqué de niveau
       *[other] n'ont pas indiqué de niveau
    }
}

## Une section : ce que montrent les positions sur sa question principale

# Les trois groupes indiquent le même niveau. $dimension, $level (de 1 à 4, demis comme
# 2½), $outcome.
finding-unanimous = { in-dimension }, les trois groupes concordent sur le niveau { $level } ({ outcome }).

# Deux groupes indiquent le même niveau, le troisième un autre. $dimension, $level (des
# deux), $outcome, $apart (qui s'écarte : government, employers, workers), $own (son
# niveau), $distance et $direction (voir steps).
finding-one-apart = { in-dimension }, deux groupes sur trois concordent sur le niveau { $level } ; { GROUP($apart) } { $apart ->
    [government] se situe
   *[other] se situent
} { steps }, au niveau { $own } ({ outcome }).

# Trois niveaux. $dimension, $outcome, $low et $high (niveaux), $lowest et $highest
# (groupes).
finding-all-differ = { in-dimension }, les trois groupes indiquent des niveaux différents, du niveau { $low } pour { GROUP($lowest) } au niveau { $high } pour { GROUP($highest) } ({ outcome }).

# Deux groupes sur trois indiquent un niveau, le même. $dimension, $level, $outcome,
# $first et $second (les deux groupes), $missing et $reason (voir none-given).
finding-two-agree = { in-dimension }, { GROUP($first) } et { GROUP($second) } concordent sur le niveau { $level } ; { none-given } ({ outcome } entre deux groupes).

# Deux groupes sur trois indiquent un niveau, pas le même. $dimension, $outcome, $low et
# $high (niveaux), $lowest et $highest (groupes), $missing et $reason (voir none-given).
finding-two-differ = { in-dimension }, { GROUP($lowest) } { $lowest ->
    [government] indique
   *[other] indiquent
} le niveau { $low } et { GROUP($highest) } le niveau { $high } ; { none-given } ({ outcome } entre deux groupes).

# Deux groupes seulement étaient interrogés et concordent. $dimension, $level, $outcome,
# $first, $second.
finding-two-asked-agree = { in-dimension }, { GROUP($first) } et { GROUP($second) }, seuls interrogés, concordent sur le niveau { $level } ({ outcome } entre deux groupes).

# Deux groupes seulement étaient interrogés et diffèrent. $dimension, $outcome, $low,
# $high, $lowest, $highest.
finding-two-asked-differ = { in-dimension }, des deux groupes interrogés, { GROUP($lowest) } { $lowest ->
    [government] indique
   *[other] indiquent
} le niveau { $low } et { GROUP($highest) } le niveau { $high } ({ outcome } entre deux groupes).

# Un seul groupe a indiqué un niveau. $dimension, $own (son niveau), $apart (lequel).
finding-one-only = { in-dimension }, { $apart ->
    [government] seul { GROUP($apart) } a indiqué
   *[other] seuls { GROUP($apart) } ont indiqué
} un niveau, { $own } ; rien n'est comparé.

# Aucun groupe n'a indiqué de niveau. $dimension.
finding-none = { in-dimension }, aucun groupe n'a indiqué de niveau ; rien n'est comparé.

# Les membres d'un groupe s'écartent de deux niveaux ou plus. $number (combien de groupes
# sont dans ce cas), $only (le groupe, s'il n'y en a qu'un), $groups (leurs noms, s'ils
# sont plusieurs).
finding-divided = { $number ->
    [1] { GROUP($only) } { $only ->
        [government] était lui-même partagé
       *[other] étaient eux-mêmes partagés
    }
   *[other] { $groups } étaient chacun partagés en leur sein
}.

## Le résumé : combien de sections concordent. $dimension, $total (sections), $close
## (convergent ou presque), $apart (divergent), $none (sans comparaison possible) ; nombres.

sections-none = { in-dimension }, aucune section ne peut être comparée.

sections-close = { in-dimension }, les positions convergent ou sont proches pour { $total ->
    [1] la seule section
    [2] les deux sections
   *[other] l'ensemble des { $total } sections
}.

sections-apart = { in-dimension }, sur { $total } { $total ->
    [one] section
   *[other] sections
}, les positions { $close ->
    [0] ne convergent ni ne sont proches pour aucune
   *[other] convergent ou sont proches pour { $close }
} et divergent pour { $apart }.

sections-some-none = { in-dimension }, sur { $total } { $total ->
    [one] section
   *[other] sections
}, les positions { $close ->
    [0] ne convergent ni ne sont proches pour aucune
   *[other] convergent ou sont proches pour { $close }
} et ne peuvent pas être comparées pour { $none }.

sections-apart-none = { in-dimension }, sur { $total } { $total ->
    [one] section
   *[other] sections
}, les positions { $close ->
    [0] ne convergent ni ne sont proches pour aucune
   *[other] convergent ou sont proches pour { $close }
}, divergent pour { $apart } et ne peuvent pas être comparées pour { $none }.

# $number : positions de niveau 3 ou plus qui ne reposent sur rien.
unsupported = sur les questions principales, { $number ->
    [one] { $number } position de niveau 3 ou plus repose sur une source de cote D, ou sur aucune (*).
   *[other] { $number } positions de niveau 3 ou plus reposent sur une source de cote D, ou sur aucune (*).
}

## Ce qui manque. $reference (le paragraphe), $question (son nom abrégé), $part (law,
## practice, ou whole si la question est d'un seul tenant), $groups (noms des groupes).

gap-part = { $part ->
    [law] , en droit
    [practice] , dans la pratique
   *[whole] {""}
}
gap-sex = { $reference }, { $question }{ gap-part } : pas de données ventilées par sexe ({ $groups }).
gap-dont-know = { $reference }, { $question }{ gap-part } : information inconnue ({ $groups }).
gap-blank = { $reference }, { $question }{ gap-part } : question laissée en blanc ({ $groups }).
