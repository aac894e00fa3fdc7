/** English scenes. */
import type { Scene } from './scene.ts';

export const sceneEn: Scene = {
  more: {
    attack_on_civilians: [
      '{who} came on foot along the ditches to {place} and shot at the first houses they reached',
      '{who} surrounded the prayer ground of {place} as people were leaving it',
      '{who} followed a group of women from {place} to the firewood slopes and fired over, then at them',
      '{who} returned to {place} for the second time in a month and killed those who had stayed to guard the animals',
      'families from {place} who had gone back to fetch their stores were attacked by {who} on the track',
    ],
    armed_clash: [
      '{a} and {b} fought for the crossing below {place} until their ammunition ran low',
      'shots were heard from {place} for most of the day as {a} tried to dislodge {b} from the ridge',
      'a post near {place} held by one side was overrun for an hour and retaken: {a} against {b}',
      '{a} and {b} met by accident on the track to {place}; both withdrew with wounded',
    ],
    pillage_destruction: [
      '{who} loaded the new millstones of {place} on two lorries and burned the sheds',
      '{who} went through {place} with a list of those who had sold grain, and took the money',
      '{who} opened the seed store of {place} and scattered what they did not want',
      '{who} cut down the orchards on the {place} side of the stream',
    ],
    abduction: [
      '{who} called four heads of household in {place} to a meeting; none came back from it',
      '{who} took the nurse and the driver of the health post of {place} and left the keys on the table',
      '{who} led fishermen away from the landing place of {place} and asked for grain in exchange',
    ],
    threat_intimidation: [
      '{who} fired into the air at the edge of {place} for three evenings and shouted the names of the teachers',
      '{who} nailed a list of houses to the door of the mill in {place}',
      'families in {place} were told by {who} to pay for the road or to stop using it',
    ],
    communal_violence: [
      'boys of both sides met at the salt lick of {place}; by dusk {a} and {b} were shooting at one another',
      '{a} drove cattle through the beans of {place} and {b} burned the herders’ camp in return',
      'a dowry quarrel in {place} ended in a fight between {a} and {b} with knives and hunting guns',
    ],
    ied_landmine: [
      'a herd boy near {place} stepped on a device by the watering place; people say {who} laid it against the patrols',
    ],
    attack_on_humanitarian: ['{who} held a water team at {place} for a night and sent it back without its pump'],
    denial_of_access: ['{who} asked a medical team short of {place} for a fee that the team could not pay'],
    arbitrary_detention: [
      '{who} kept relatives of a wanted man from {place} at the post until he would give himself up',
    ],
    summary_killing: ['{who} stopped a bus outside {place}, read out names from a paper and shot those who answered'],
  },
  voices: [
    'This comes from a woman who sells salt at the market and called from another village.',
    'A driver who passed an hour later told it so.',
    'The account was given by two brothers who hid in the reeds.',
    'A teacher wrote it down the same evening and read it to us.',
    'We have it from the chief’s nephew, who was not there himself.',
    'The caller spoke quickly and hung up; the number has called before and was right.',
    'A nurse passed on what the wounded said.',
    'It was told at the ferry, and we asked three people separately.',
    'A member of the women’s committee sent a voice message about it.',
    'The village radio operator reported it in the agreed words.',
    'A trader gave it for money in another office, and for nothing here.',
    'Children who came to the base told it before any adult did.',
  ],
  whereabouts: [
    '{place} lies {km} km {side} of {town}.',
    'The place is {km} km {side} of {town} as the crow flies.',
    'From {town} it is {km} km, {side}, and longer by the track.',
  ],
  sides: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
  seasons: {
    rains: [
      'The ford has been closed by high water since last week.',
      'It had rained for two days and the track was mud.',
      'Because of the rains nobody could come from the next post.',
    ],
    harvest: [
      'The stores are full at this time of year.',
      'Most people were sleeping by their threshing floors.',
      'The harvest of the upper fields was still lying out.',
    ],
    dry: [
      'The herds are at the river now and the wells are low.',
      'The grass is burned and every movement is seen from afar.',
      'At this season the tracks are open to lorries.',
    ],
  },
  manners: {
    army: [
      'Trucks closed both ends of the road first.',
      'An officer read an order from his telephone.',
      'They came in daylight and left before dusk.',
    ],
    constabulary: [
      'Two white vehicles stood across the street.',
      'They wrote down telephone numbers before anything else.',
    ],
    lanterns: [
      'They came in pick-ups without plates and asked for the “road dues”.',
      'Most of them wore a strip of yellow cloth on the arm.',
      'They seemed to know who had spoken to outsiders.',
    ],
    springs: [
      'They waited above the bend where lorries slow down.',
      'Before leaving they told people what the grain would cost.',
      'Some wore blue scarves over the face.',
    ],
    salt: [
      'A car with a chalk mark drove ahead to look.',
      'They took, apologised and let everybody go.',
      'One of them spoke to the radio the next day.',
    ],
    ember: [
      'They set fire to the stores last, and left before light.',
      'They looked for boys and counted them.',
      'A small drone had circled the evening before.',
    ],
    riders: ['They came on motorbikes, two on each.', 'Animals were driven off towards the high grass.'],
    gardens: [
      'A fence of thorn had been put across the herd track the day before.',
      'Green ribbons were tied to the bridge.',
    ],
    watch: ['Whistles were heard from ford to ford.', 'The men of the watch say that they only guarded the path.'],
    quayline: ['Guards in red caps pointed to a sign that had not been there before.', 'A drone followed people home.'],
    ropewalk: [
      'They knew what the lorry carried.',
      'Money was asked for by telephone within the hour.',
      'Neighbours heard a car with its lights off.',
    ],
  },
  aftermath: [
    'The school has not opened since.',
    'By the evening forty families had asked for a place in the next village.',
    'The district office sent a clerk to count the houses.',
    'People now sleep in the fields and come back at sunrise.',
    'Women go for water in groups of ten.',
    'The ferryman takes nobody across after four.',
    'The clinic is out of dressings.',
  ],
  afterDeaths: ['The dead were buried by the old mill.', 'A collection was taken at the market for the families.'],
  afterPlunder: ['Two days later somebody sold the stolen animals at a market downstream.'],
  doubts: [
    'The order of events is not clear.',
    'One account puts it a day earlier.',
    'The caller may have spoken of the neighbouring hamlet of a like name.',
    'A photograph that went round is from elsewhere.',
    'What the attackers wanted nobody can say.',
    'Those who fled tell it in the same words, as if they had agreed on them.',
    'The chief says nothing happened; his wife says it did.',
    'The names of those involved are known to us and not written here.',
  ],
  outcomes: {
    arrived_before: [
      'The patrol was there before anybody else; a group of men on the far bank turned round.',
      'The team reached the village in time and stayed the night; nothing happened.',
    ],
    arrived_during: [
      'Shooting stopped when the patrol came into sight.',
      'The team arrived as people were being led off, and they were let go.',
    ],
    arrived_late: [
      'The patrol came when it was over and carried out the wounded.',
      'The team found the doors open and nobody at home.',
      'It came too late; people asked why.',
    ],
    turned_back: [
      'The patrol turned back at a washed-out crossing.',
      'The lead vehicle stuck in the mud and the team returned to base.',
    ],
    nothing_seen: [
      'The team saw nothing out of the ordinary and left its number.',
      'Nobody there had heard of it; the patrol drove on.',
    ],
    walked_safely: [
      'All arrived; nobody was stopped.',
      'The group crossed in daylight without incident.',
      'Everybody got through, the slowest last.',
    ],
    stopped_on_way: [
      'The group was held at a barrier for two hours and then let through.',
      'Half-way armed men sent everybody back.',
    ],
    agreed: [
      'They agreed on dates for the crossing and on who pays for trampled fields.',
      'Both sides gave back what they had taken.',
    ],
    not_agreed: ['They agreed to meet again, on little else.', 'One side left before the end.'],
    promised: [
      'The post commander promised patrols on market days.',
      'The chief will speak to the men; he expects to be heard.',
    ],
    refused: ['The commander said it was not his sector.', 'Nobody with a say came to the meeting.'],
    heard: [
      'Twenty-six people were heard, women apart.',
      'The team saw the burned houses and the graves.',
      'Names were compared with the school register.',
    ],
    fear_to_speak: ['People would only speak of prices.', 'Two men sat in on each talk and nobody said anything.'],
  },
};
