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

## Sur quoi reposent les niveaux, et qui est couvert. Nombres.

# $strong : positions qui reposent sur une source de cote A ou B, sur $total.
evidence-strong = { $strong ->
    [0] aucune position sur { $total } ne repose
    [one] { $strong } position sur { $total } repose
   *[other] { $strong } positions sur { $total } reposent
} sur une source de cote A ou B.

# $number : positions pour lesquelles aucune source n'est nommée.
evidence-none = { $number ->
    [0] une source est indiquée pour chacune.
   *[other] pour { $number }, aucune source n'est indiquée.
}

# $number : chiffres de couverture.
coverage-given = { $number ->
    [one] { $number } chiffre de couverture est donné.
   *[other] { $number } chiffres de couverture sont donnés.
}
coverage-by-sex = { $number ->
    [0] aucun ne distingue les femmes et les hommes.
    [one] { $number } distingue les femmes et les hommes.
   *[other] { $number } distinguent les femmes et les hommes.
}
coverage-fewer-women = { $number ->
    [0] dans aucun de ces cas, les femmes ne sont moins couvertes que les hommes.
   *[other] dans { $number } de ces cas, les femmes sont moins couvertes que les hommes.
}

## Actions décidées. $number : combien.

plan-decided = { $number ->
    [one] { $number } action a été décidée au titre du paragraphe 14.
   *[other] { $number } actions ont été décidées au titre du paragraphe 14.
}
plan-together = { $number ->
    [0] aucune n'a été convenue par les trois groupes.
    [one] { $number } a été convenue par les trois groupes.
   *[other] { $number } ont été convenues par les trois groupes.
}

## Mouvement des positions entre deux tours. $number : combien de positions.

positions-moved = { $number ->
    [0] aucune position n'a changé.
    [one] { $number } position a changé.
   *[other] { $number } positions ont changé.
}
positions-kept = { $number ->
    [0] aucune position n'a été maintenue.
    [one] { $number } position a été maintenue.
   *[other] { $number } positions ont été maintenues.
}
positions-first = { $number ->
    [one] { $number } position a été déclarée pour la première fois.
   *[other] { $number } positions ont été déclarées pour la première fois.
}
positions-withdrawn = { $number ->
    [one] { $number } position a été retirée.
   *[other] { $number } positions ont été retirées.
}

# Ce qu'il est advenu d'une position ; suit le nom du groupe, sans majuscule. $before et
# $after : niveaux, de 1 à 4, demis comme 2½.
course-moved = de { $before } à { $after }
course-kept = { $before } maintenu
course-first = { $after }, pour la première fois
course-withdrawn = { $before } auparavant, plus de niveau
course-kept-all = position maintenue
# Ce que le groupe a répondu au tour suivant n'est pas ce qui compte. $level.
course-answered = ses réponses au tour suivant indiquent { $level } ; ce qu'il a déclaré au cours de la discussion compte

# Depuis la dernière consultation. $total : niveaux comparables des questions
# principales ; $lower, $same et $higher : combien d'entre eux.
levels-since = sur { $total } { $total ->
    [one] niveau
   *[other] niveaux
} des questions principales, { $lower ->
    [0] aucun n'est plus bas
    [one] { $lower } est plus bas
   *[other] { $lower } sont plus bas
} qu'à la dernière consultation, { $higher ->
    [0] aucun n'est plus haut
    [one] { $higher } est plus haut
   *[other] { $higher } sont plus hauts
} et { $same ->
    [0] aucun n'est inchangé
    [one] { $same } est inchangé
   *[other] { $same } sont inchangés
}.

## Ce que montrent les images, pour qui entend la page

# Où se situent les groupes sur une question. $positions : leurs noms et leurs niveaux.
picture-strip = { $positions }, { outcome }
# Le petit profil. $dimension, $total (sections), $positions (de chacune).
picture-profile = positions { in-dimension }, section par section{ $total ->
    [0] {""}
   *[other] {" "}: { $positions }
}
# Sections par résultat. $dimension, $counts : les résultats et leurs nombres.
picture-outcomes = { in-dimension } : { $counts }
# Sources à l'appui des positions d'un groupe. $name (le groupe), $total, $counts : les
# cotes et leurs nombres, chacune comme picture-grade le dit.
picture-grades = { $name } : { $total ->
    [0] aucune position
   *[other] { $counts }
}
picture-grade = { $grade }, { $number ->
    [one] { $number } position
   *[other] { $number } positions
}
# Un chiffre de couverture. $question (ce qui est compté), $name (le groupe), $counts :
# les parts, chacune comme picture-share la dit. $share : women (femmes), men (hommes),
# total ou target (cible).
picture-coverage = { $question }, { $name } : { $counts }
picture-share = { $share ->
    [women] femmes
    [men] hommes
    [total] total
   *[target] cible
} { $number }
# Comment les membres d'un groupe ont noté. $name (le groupe), $dimension, $counts : combien
# ont choisi chaque niveau, chacun comme picture-rating le dit, $people : combien ont répondu.
picture-ratings = { $name }, { in-dimension } : { $counts } ; { $people ->
    [one] { $people } membre a répondu
   *[other] { $people } membres ont répondu
}
# $rated : un niveau (1 à 4), lower (niveaux 1 et 2), upper (3 et 4), none (aucun niveau) ou
# unknown (dont « ne sait pas »). $number : combien.
picture-rating = { $rated ->
    [lower] niveaux 1 et 2 ensemble
    [upper] niveaux 3 et 4 ensemble
    [none] aucun niveau
    [unknown] dont « ne sait pas »
   *[other] niveau { $rated }
} : { $number }
picture-coverage-scale = échelle de 0 à 100 pour cent
# Une action dans le temps. $number (de l'action), $period, $status.
picture-action = { $number }. { $period } ; { $status }
picture-years = années { $begin } à { $end }
# Positions d'un groupe, alors et maintenant. $name (le groupe), $lower, $same, $higher.
picture-sides = { $name } : plus bas { $lower }, inchangé { $same }, plus haut { $higher }
picture-then-now = { $name } : auparavant { $before }, à présent { $after }

## Légendes des figures et des tableaux. Chacune dit ses nombres.

# $people, dont $women et $men ; qui ne l'a pas indiqué n'est compté que dans $people.
caption-people = qui a participé, par groupe et par sexe : { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}, dont { $women ->
    [0] aucune femme
    [one] { $women } femme
   *[other] { $women } femmes
} et { $men ->
    [0] aucun homme
    [one] { $men } homme
   *[other] { $men } hommes
}
# $practice et $law : sections, sur $total, qui convergent ou presque.
caption-outcomes = sections selon le résultat : convergence ou quasi-convergence pour { $practice ->
    [0] aucune section
    [one] { $practice } section
   *[other] { $practice } sections
} sur { $total } en pratique et pour { $law ->
    [0] aucune
   *[other] { $law }
} en droit
caption-profile = positions des trois groupes sur { $total ->
    [1] la seule section
   *[other] { $total } sections
}, en droit et en pratique
# $strong : positions qui reposent sur une cote A ou B, sur $total.
caption-grades = sources à l'appui des positions, par cote : A ou B pour { $strong ->
    [0] aucune
   *[other] { $strong }
} sur { $total }
caption-sources = meilleure source de chaque niveau principal, pour { $total ->
    [1] la seule section
   *[other] { $total } sections
}
# $number (chiffres), $both : combien d'entre eux distinguent les femmes et les hommes.
caption-coverage = couverture selon chaque groupe : { $number ->
    [one] { $number } chiffre
   *[other] { $number } chiffres
}, dont { $both ->
    [0] aucun
   *[other] { $both }
} par sexe
# $earlier et $later : parties de questions, sur $total, qui convergent ou presque aux
# tours $begin et $end.
caption-tallied = résultats par tour : convergence ou quasi-convergence pour { $earlier ->
    [0] aucune partie de question
    [one] { $earlier } partie de question
   *[other] { $earlier } parties de questions
} sur { $total } au tour { $begin }, pour { $later ->
    [0] aucune
   *[other] { $later }
} au tour { $end }
# $number : parties de questions.
caption-moved = positions qui ont changé entre les tours, sur { $number ->
    [one] { $number } partie de question
   *[other] { $number } parties de questions
}
# $number : groupes qui ont donné des priorités.
caption-orders = priorités { $number ->
    [1] d'un seul groupe
    [2] de deux groupes
   *[other] des trois groupes
}
# $number : actions.
caption-plan = actions décidées : { $number }
# $years : 1 quand toutes tombent dans une seule année, $begin ; sinon entre $begin et $end.
caption-timeline = { $number ->
    [one] { $number } action
   *[other] { $number } actions
} dans le temps, { $years ->
    [1] en { $begin }
   *[other] de { $begin } à { $end }
}
caption-became = ce qu'il est advenu { $number ->
    [1] de la seule action
   *[other] des { $number } actions
} du dernier plan
# Positions : $lower, $same, $higher.
caption-trends = positions d'alors et d'aujourd'hui : { $lower ->
    [one] { $lower } plus basse
   *[other] { $lower } plus basses
}, { $same ->
    [one] { $same } inchangée
   *[other] { $same } inchangées
}, { $higher ->
    [one] { $higher } plus haute
   *[other] { $higher } plus hautes
}
caption-changed = questions principales dont un niveau a changé, en droit ou en pratique : { $number }
caption-answers = toutes les réponses, à { $number ->
    [1] la seule question
   *[other] { $number } questions
}
caption-figures = chiffres du profil pour { $total ->
    [1] la seule section
   *[other] { $total } sections
}
caption-places = rangs donnés par les groupes à { $total ->
    [1] la seule section nommée
   *[other] { $total } sections
}
