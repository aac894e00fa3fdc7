/** What people call their columns, in the three languages of the house. Written as `foldWords` leaves them. */
import { type FieldPath, foldWords } from './contract.ts';

const NAMES: Partial<Record<FieldPath, string>> = {
  external_id:
    'id, event id, incident id, case id, record id, unique id, uuid, reference number, incident number, n, no, numero, num, reference, ref, id incident, identifiant, رقم, رقم الحادث, معرف',
  type: 'type, event type, incident type, type of incident, type of event, category, incident category, violation, type d incident, type incident, categorie, type d evenement, نوع, نوع الحادث, نوع الحدث, الفئة',
  title: 'title, headline, subject, titre, objet, عنوان',
  date: 'date, event date, incident date, date of incident, date of event, start date, date start, date from, from, day, date de l incident, date incident, date debut, date de debut, jour, تاريخ, تاريخ الحادث, تاريخ الحدث, تاريخ البداية, اليوم',
  date_to: 'end date, date end, date to, to, until, date fin, date de fin, تاريخ النهاية, تاريخ الانتهاء',
  time_precision: 'time precision, date precision, precision date',
  latitude: 'latitude, lat, y, y coord, gps latitude, lat wgs84, coord y, خط العرض, العرض',
  longitude: 'longitude, lon, long, lng, x, x coord, gps longitude, coord x, خط الطول, الطول',
  coordinates:
    'coordinates, gps, gps coordinates, gps point, geopoint, geolocation, mgrs, grid reference, lat lon, lat long, latlong, coordonnees, coordonnees gps, point gps, إحداثيات, الإحداثيات',
  place_precision: 'place precision, location precision, geo precision, precision lieu',
  place:
    'place, location, village, town, city, site, locality, settlement, camp, place name, location name, lieu, localite, ville, site du lieu, مكان, الموقع, قرية, مدينة, مخيم, بلدة',
  place_description:
    'location description, place description, where description, address, description du lieu, adresse, وصف المكان, العنوان التفصيلي',
  country: 'country, country name, iso3, country iso, pays, nom du pays, بلد, دولة',
  adm1: 'adm1, admin1, admin 1, adm1 name, adm1 en, adm1 fr, adm1 ar, state, province, region, governorate, prefecture, gouvernorat, etat, محافظة, ولاية, إقليم',
  adm1_code: 'adm1 code, adm1 pcode, admin1 pcode, admin1pcode, adm1pcode, رمز المحافظة',
  adm2: 'adm2, admin2, admin 2, adm2 name, adm2 en, adm2 fr, adm2 ar, district, county, locality name, sub prefecture, departement, territoire, territory, cercle, commune, قضاء, مديرية, محلية',
  adm2_code: 'adm2 code, adm2 pcode, admin2 pcode, admin2pcode, adm2pcode, رمز القضاء',
  perpetrator:
    'perpetrator, perpetrators, alleged perpetrator, alleged perpetrators, reported perpetrator, attacker, author, presumed author, auteur, auteurs, auteur presume, auteurs presumes, responsable, جاني, الفاعل, الجهة المسؤولة, مرتكب, المعتدي',
  target:
    'target, targets, victim, victims, victim type, cible, cibles, victime, victimes, ضحية, الضحايا, الهدف, المستهدف',
  party:
    'actor, actors, party, parties, armed group, actor1, actor2, acteur, acteurs, partie, groupe arme, الطرف, الأطراف, الجهة, الفاعلون',
  narrative:
    'description, narrative, event description, incident description, details, summary, what happened, recit, resume, description de l incident, faits, وصف, الوصف, وصف الحادث, تفاصيل, السرد, ملخص',
  notes: 'notes, note, comments, comment, remarks, observations, commentaires, remarques, ملاحظات, تعليقات',
  source:
    'source, sources, source name, information source, reported by, source d information, مصدر, المصادر, مصدر المعلومات',
  source_date: 'source date, report date, date reported, date of report, date du rapport, تاريخ التقرير, تاريخ الإبلاغ',
  source_reference: 'url, link, source url, source link, lien, رابط',
  tags: 'tags, tag, keywords, mots cles, etiquettes, وسوم, كلمات مفتاحية',
  'killed.all.best':
    'killed, deaths, dead, fatalities, number killed, people killed, total killed, nb killed, best, tues, morts, deces, nombre de morts, nombre de tues, قتلى, القتلى, عدد القتلى, وفيات, عدد الوفيات',
  'killed.all.low': 'killed low, deaths low, killed min, minimum killed, tues min',
  'killed.all.high': 'killed high, deaths high, killed max, maximum killed, tues max',
  'killed.civilians.best':
    'civilians killed, killed civilians, civilian deaths, deaths civilians, civilian fatalities, civils tues, morts civils, مدنيون قتلى, القتلى المدنيون, عدد القتلى المدنيين',
  'killed.all.women': 'women killed, killed women, female killed, femmes tuees, قتلى نساء',
  'killed.all.men': 'men killed, killed men, male killed, hommes tues, قتلى رجال',
  'killed.all.girls': 'girls killed, killed girls, filles tuees',
  'killed.all.boys': 'boys killed, killed boys, garcons tues',
  'injured.all.best':
    'injured, wounded, injuries, number injured, number wounded, blesses, nombre de blesses, جرحى, الجرحى, عدد الجرحى, مصابون, عدد المصابين',
  'injured.civilians.best': 'civilians injured, injured civilians, civilians wounded, civils blesses, الجرحى المدنيون',
  'abducted.all.best':
    'abducted, kidnapped, abductions, number abducted, enleves, kidnappes, personnes enlevees, مخطوفون, المختطفون, عدد المخطوفين',
  'displaced.all.best':
    'displaced, idps, number displaced, people displaced, displaced persons, deplaces, nombre de deplaces, نازحون, النازحون, عدد النازحين',
  'arrested.all.best': 'arrested, detained, number arrested, arretes, detenus, معتقلون, المعتقلون, عدد المعتقلين',
};

/** Field by folded name. */
export const SYNONYMS: ReadonlyMap<string, FieldPath> = new Map(
  Object.entries(NAMES).flatMap(([path, names]) =>
    names.split(',').map((name): [string, FieldPath] => [foldWords(name), path as FieldPath]),
  ),
);
