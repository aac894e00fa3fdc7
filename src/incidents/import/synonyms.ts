/** What people call their columns, in the three languages of the house. Written as `foldWords` leaves them. */
import { type FieldPath, foldWords } from './contract.ts';

const NAMES: Partial<Record<FieldPath, string>> = {
  external_id:
    'id, event id, incident id, case id, record id, unique id, uuid, reference number, incident number, n, no, numero, num, reference, ref, id incident, identifiant, رقم, رقم الحادث, معرف, case number, case no, numero de dossier, n dossier, code incident, code de l incident, ref incident, numero d incident, رقم الحالة, الرقم المرجعي',
  type: 'type, event type, incident type, type of incident, type of event, category, incident category, violation, type d incident, type incident, categorie, type d evenement, نوع, نوع الحادث, نوع الحدث, الفئة, nature, nature of incident, nature de l incident, type de violation, type of violation, violation type, type d attaque, typologie, kind of incident, event category, categorie d incident, type de fait, نوع الانتهاك, نوع الاعتداء, تصنيف, تصنيف الحادث',
  title: 'title, headline, subject, titre, objet, عنوان',
  date: 'date, event date, incident date, date of incident, date of event, start date, date start, date from, from, day, date de l incident, date incident, date debut, date de debut, jour, تاريخ, تاريخ الحادث, تاريخ الحدث, تاريخ البداية, اليوم, date heure, date et heure, date time, datetime, date and time, date des faits, date de survenue, date d incident, date evenement, date de l evenement, occurrence date, when, quand, تاريخ الواقعة, تاريخ ووقت, تاريخ وقوع الحادث',
  date_to: 'end date, date end, date to, to, until, date fin, date de fin, تاريخ النهاية, تاريخ الانتهاء',
  time_precision: 'time precision, date precision, precision date',
  latitude: 'latitude, lat, y, y coord, gps latitude, lat wgs84, coord y, خط العرض, العرض',
  longitude: 'longitude, lon, long, lng, x, x coord, gps longitude, coord x, خط الطول, الطول',
  coordinates:
    'coordinates, gps, gps coordinates, gps point, geopoint, geolocation, mgrs, grid reference, lat lon, lat long, latlong, coordonnees, coordonnees gps, point gps, إحداثيات, الإحداثيات, coord gps, coordonnees geographiques, mgrs grid, grid, grid ref, location gps, position, position gps, الموقع الجغرافي',
  place_precision: 'place precision, location precision, geo precision, precision lieu',
  place:
    'place, location, loc, community, communaute, municipality, village, town, city, site, locality, settlement, camp, place name, location name, lieu, localite, ville, site du lieu, مكان, الموقع, قرية, مدينة, مخيم, بلدة, place of incident, incident location, incident place, lieu de l incident, lieu des faits, lieu d incident, village quartier, village ville, localite village, quartier, where, مكان الحادث, موقع الحادث, مكان الواقعة',
  place_description:
    'location description, place description, where description, address, description du lieu, adresse, وصف المكان, العنوان التفصيلي, precisions sur le lieu, details du lieu, description du site',
  country: 'country, country name, iso3, country iso, pays, nom du pays, بلد, دولة',
  adm1: 'adm1, admin1, admin 1, adm1 name, adm1 en, adm1 fr, adm1 ar, state, province, region, governorate, prefecture, gouvernorat, etat, محافظة, ولاية, إقليم, gov, wilaya, region name, nom de la region',
  adm1_code: 'adm1 code, adm1 pcode, admin1 pcode, admin1pcode, adm1pcode, رمز المحافظة',
  adm2: 'adm2, lga, payam, woreda, admin2, admin 2, adm2 name, adm2 en, adm2 fr, adm2 ar, district, county, locality name, sub prefecture, departement, territoire, territory, cercle, commune, قضاء, مديرية, محلية, sous prefecture, district name, المديرية, المحلية, القضاء',
  adm2_code: 'adm2 code, adm2 pcode, admin2 pcode, admin2pcode, adm2pcode, رمز القضاء',
  perpetrator:
    'perpetrator, perpetrators, who did it, assailant, alleged perpetrator, alleged perpetrators, reported perpetrator, attacker, author, presumed author, auteur, auteurs, auteur presume, auteurs presumes, responsable, جاني, الفاعل, الجهة المسؤولة, مرتكب, المعتدي, suspected perpetrator, perpetrator group, armed actor, presume auteur, auteur s presume s, auteurs allegues, auteur allegue, mis en cause, الجاني المزعوم, الجهة المنفذة, منفذ, المنفذ, الجناة, المتهم',
  target:
    'target, targets, victim, victims, victim type, cible, cibles, victime, victimes, ضحية, الضحايا, الهدف, المستهدف, targeted group, type of victim, type de victime, profil des victimes, civils vises, الفئة المستهدفة, نوع الضحية',
  party:
    'actor, actors, party, parties, armed group, actor1, actor2, acteur, acteurs, partie, groupe arme, الطرف, الأطراف, الجهة, الفاعلون, actor name, groupe, group name, belligerents',
  narrative:
    'description, narrative, event description, incident description, details, summary, what happened, recit, resume, description de l incident, faits, وصف, الوصف, وصف الحادث, تفاصيل, السرد, ملخص, account, summary of incident, incident summary, resume des faits, resume de l incident, description des faits, description sommaire, description of incident, description of events, narration, recit des faits, circumstances, circonstances, وصف الواقعة, تفاصيل الحادث, ملخص الحادث, وقائع',
  notes:
    'notes, note, comments, comment, remarks, observations, commentaires, remarques, ملاحظات, تعليقات, remark, remarque, observation, commentaire, autres informations, follow up, suivi, action taken, actions prises, الإجراءات, ملاحظة',
  source:
    'source, sources, source name, information source, reported by, source d information, مصدر, المصادر, مصدر المعلومات, informant type, source of information, sources d information, source de l information, type de source, المصدر, جهة الإبلاغ',
  source_date:
    'source date, report date, date reported, date of report, date du rapport, تاريخ التقرير, تاريخ الإبلاغ, reporting date, date of reporting, date signalement, date de signalement, date de reception, تاريخ الاستلام',
  source_reference:
    'url, link, source url, source link, lien, رابط, web link, lien web, source link, report number, numero du rapport, ref rapport',
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
