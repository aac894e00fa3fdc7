/** Talks, reconciliation, and who is to govern. */
import { rules, type TaskRule } from './rule.ts';

export const POLITICS: readonly TaskRule[] = [
  ...rules('PeaceProcess', 0.85, [
    {
      pattern:
        "peace (?:process|agreement|accord|talks|negotiation|settlement|plan|dialogue|effort|initiative|deal)|(?:political|negotiated|peaceful|comprehensive|lasting|just|mutually acceptable|enduring)(?: and [a-z]+)?,? (?:[a-z]+ ){0,2}(?:settlement|solution|process|dialogue|resolution of (?:the )?conflict)|durable settlement|good offices|mediation|mediat(?:e|or|ing)\\b|negotiat(?:e|ions)\\b|political (?:agreement|transition|road ?map|track)|(?:inclusive|national|direct|constructive|peaceful|inter-[a-z]+|credible) dialogue|dialogue (?:between|among|with (?:the )?(?:government|armed|opposition|parties)|and (?:reconcil|compromise|negotiat|consult))|through dialogue|(?:implement|fulfil|honou?r|commit|abide|respect|accept)[a-z]*(?: of| to| by)?(?: (?:fully|the|its|their|all|both|provisions of|relevant|commitments (?:under|undertaken (?:in|under)) the|in full|and regional|national|obligations under the))* (?:[a-z0-9'-]+ ){0,8}(?:agreements?|accords?|road ?map|psc framework|settlement)\\b|implement[a-z]* (?:its|their) commitments|confidence[- ]building measures|(?:just|lasting|durable|comprehensive)[a-z, ]{0,40}peace\\b|settle (?:their|the) (?:dispute|difference)|transition(?:al)? process|resum[a-z]* (?:of )?(?:the )?(?:talks|dialogue|negotiations)|direct talks|these talks|(?:nairobi|luanda|geneva|doha|jeddah|abuja) (?:process|talks)|final agreement|consultations with the parties|peacebuilding (?:plan|priorities)|decoloni[sz]ation",
      unless:
        'status[- ]of[- ](?:forces|mission)|sanctions|non-proliferation|safeguards agreement|listing|trust fund|threaten|undermin|obstruct|risk to|pose a|good offices, advice|good offices and (?:strategic|technical)|durable solutions|trade|host country agreement|action plan|updates[^;]{0,40}good offices|wom[ae]n|youth|children|parties to the|poverty|united nations peacebuilding|local (?:mediat|conflict|dialogue)|inter-?communal|mediation efforts at local|information|reconciliation process|accordance with (?:the|its|their)|consistent with|as described|in the context of|settlements? of (?:contracts|claims)|security checkpoints|cease-?fire|sufficient progress|ssr|reform implement|provided for by|called for in|as stipulated in',
    },
  ]),
  ...rules('NationalReconciliation', 0.9, [
    {
      pattern:
        'reconciliation|national (?:dialogue|unity|cohesion|consensus|conference)|inclusive (?:national|political) (?:dialogue|process)|inter-?(?:congolese|somali|malian|ivorian|libyan|burundian|afghan|yemeni) dialogue|social cohesion',
      unless:
        'truth|local reconciliation|government of national unity|territorial integrity|sovereignty|spirit of national unity|international conference',
    },
  ]),
  ...rules('LocalReconciliation', 0.88, [
    {
      pattern:
        '(?:inter-?|intra-?)(?:communal|community|ethnic|clan)|local (?:conflict|mediation|reconciliation|peace|dialogue|dispute|grievance)|community (?:dialogue|reconciliation|cohesion|mediation)|(?:local|regional) and national level|people-to-people|between (?:the )?communities|among communities|grassroots|local(?: and national)? peacebuilding|bicommunal|intercommunal|transhumance|herders',
      unless: 'violence fuelled',
    },
  ]),
  ...rules('DemocraticInstitutions', 0.86, [
    {
      pattern:
        '\\bdemocra(?:cy|tic|ti[sz]ation)\\b|constitution(?:al)?(?:[- ]making| review| process| reform| order)?\\b|parliament|national assembly|good governance|inclusive governance|legislature|governance (?:reform|institution)|political (?:participation|inclus|pluralism)|civic (?:space|education)|decentrali[sz]ation',
      unless:
        'democratic policing|democratic republic|democratic people|presid|constitutes|democratic union|democratic liberation|democratic forces|constitutional (?:court)|accordance with the (?:[a-z]+ )?constitution|constitution of the|constitution and the electoral|allied democratic',
    },
  ]),
  ...rules('ElectionAssistance', 0.92, [
    {
      kind: 'held',
      pattern:
        'elect(?:ions?|oral)\\b(?<=\\b(?:hold|conduct|organi[sz]|prepar|supervis|observ|monitor|facilitat|deliver|certif|complet|carry|plan|support|assist|advi[cs]|financ|fund)[^;:]{0,60})|elect(?:ions?\\b(?:[^;]{0,40}\\b(?:held|conducted|organi[sz]ed|take place|prepared|scheduled)\\b|(?<=\\b(?:free|fair|credible|transparent|peaceful|timely|inclusive)\\b[^;]{0,50}))|oral (?:assistance|preparation|support|observ|commission|authorit|calendar|timetable|timeline|regist|list|framework|legislation|reform|component|code|budget|institution|bod|expert|material))',
      unless:
        'election of (?:a |the )?(?:president|judge|member)|committee on elections|members? of the court|candidates? for election|prior to|consensus around|obstruct|undermin|in the context of|post-?elect|threaten|null and void|leading up to|(?:following|ahead of|period after|after|since) the (?:[a-z]+ ){0,2}elect|electoral context|security of (?:the )?election|paving the way|electoral, judicial|peacebuilding and elections|conducive|with a view|so as to enable',
    },
    {
      kind: 'law and cycle',
      pattern:
        'elect(?:oral (?:process|cycle|period|(?:law|code|act|legislation|framework)(?<=\\b(?:adopt|finali[sz]|pass|enact|promulgat|revis|review|draft|reform)[^;]{0,80}))|ion(?<=(?:conducive|so as to enable)\\b[^;]{0,60}))',
      unless:
        'election of (?:a |the )?(?:president|judge|member)|committee on elections|members? of the court|candidates? for election|prior to|consensus around|obstruct|undermin|in the context of|post-?elect|threaten|null and void|leading up to|(?:following|ahead of|period after|after|since) the (?:[a-z]+ ){0,2}elect|electoral context|security of (?:the )?election|paving the way|electoral, judicial|peacebuilding and elections',
    },
    {
      kind: 'referendums and voting',
      pattern: 'referend|plebiscite|vot(?:ing|ers?)\\b|registration of voters|popular consultation|ballot|polling',
      unless:
        'mission for the|plebiscite admin|members? of the court|unilateral registration|while the plebiscite|null and void|the right to vote|without vot',
    },
    {
      kind: 'named',
      pattern: '\\belect(?:ion|ions|oral)\\b',
      unless:
        'election of (?:a |the )?(?:president|judge|member)|committee on elections|members? of the court|candidates? for election|prior to|consensus around|obstruct|undermin|in the context of|post-?elect|threaten|null and void|leading up to|(?:following|ahead of|period after|after|since) the (?:[a-z]+ ){0,2}elect|electoral context|security of (?:the )?election|paving the way|electoral, judicial|peacebuilding and elections|conducive to|electoral law|reform and other electoral',
    },
  ]),
  ...rules('ElectoralSecurity', 0.9, [
    {
      pattern:
        '(?:security|secure|safe|peaceful)[^;,]{0,50}(?:elections?|electoral|polling|referendum)|(?:elections?|electoral|polling|referendum)[^;,]{0,30}(?:security)|violence[^;,]{0,30}electoral',
      unless: 'security council|security situation permits',
    },
  ]),
  ...rules('VoterEducation', 0.9, [{ pattern: '(?:voter|civic|electoral) education|voter (?:information|awareness)' }]),
  ...rules('PartyAssistance', 0.85, [
    {
      pattern:
        '(?:support|assist|strengthen|train)[a-z]*[^;,]{0,40}political parties|political parties[^;,]{0,30}(?:capacit|strengthen)',
    },
  ]),
  ...rules('CivilSocietyAssistance', 0.86, [
    {
      pattern:
        "(?:support|assist|strengthen|empower|capacit|engag|involv|participat|enabl)[a-z]*[^;,]{0,60}(?:civil society|non-?governmental organi[sz]ations|women's (?:organi[sz]ations|groups|networks|civil))|civil society[^;,]{0,40}(?:participat|engage|capacit|network|empower)",
      unless:
        'consult|encourages civil|urges civil|liaison with|with (?:the )?(?:support|involvement) of|together with',
    },
  ]),
  ...rules('Media', 0.88, [
    {
      pattern:
        'public information|strategic communication|\\bmedia\\b|radio|broadcast|communication(?:s)? (?:strategy|campaign|effort)|disinformation|misinformation|information (?:campaign|manipulation|integrity)|public messages|press freedom|freedom of the press|public outreach|awareness (?:of|about) (?:its|the) (?:mandate|mission|role)|understanding of the peace process',
      unless: 'via the media|through appropriate media|publicly available|press release',
    },
  ]),
  ...rules('PowerSharing', 0.9, [
    {
      pattern:
        'power[- ]sharing|wealth[- ]sharing|(?:form|establish|creat)[a-z]*[^;,]{0,30}(?:government of national unity|unity government)|transitional government of|federal system|federali[sz]ation|devolution',
      unless: 'calls on the (?:interim )?government of national unity|urges the government of national unity',
    },
  ]),
];
