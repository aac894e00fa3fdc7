/** People as they cross the wire. Passphrases, codes and tokens come in and never go out again. */
import { z } from 'zod';
import { LANGUAGES, LEVELS, MISSION_FRAMEWORKS, type OperationalStatus } from '../../vocabulary/codes.ts';
import { pageOf } from '../paging/contract.ts';

const name = z.string().trim().min(1).max(120);
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(200));
const passphrase = z.string().min(1).max(500);
const token = z.string().min(20).max(200);
const code = z.string().trim().max(20);
const instant = z.iso.datetime();
export const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'only small letters, figures and hyphens, at most 40');
const labels = z.object({ en: z.string(), fr: z.string(), ar: z.string() });

/** What a person may do and see in a mission. */
export const Scope = z.object({
  roles: z.array(z.string().max(60)).min(1).max(10),
  level: z.enum(LEVELS),
  compartments: z.array(z.string().max(60)).max(62),
  /** Codes of areas; `null` is the whole mission. */
  areas: z.array(z.string().max(60)).max(200).nullable(),
});

export const SignIn = z.object({ email: Email, passphrase, code: code.optional() });

/** A one-time link that was made at the command line. */
export const UseLink = z.object({ token });

export const SetUpState = z.object({ needed: z.boolean() });
export const SetUp = z.object({
  token,
  name,
  email: Email,
  passphrase,
  language: z.enum(LANGUAGES).default('en'),
  missionName: z.string().trim().min(1).max(120),
  missionSlug: Slug,
  framework: z.enum(MISSION_FRAMEWORKS),
  timeZone: z.string().max(60),
});

const days = z.int().min(1).max(3650).nullable();
const settings = {
  /** For whom the browser asks for none of the three, and what papers are offered in first. */
  language: z.enum(LANGUAGES),
  /** After how many days without a new version a record of that operational status is stale; `null`: never. */
  staleAfterDays: z.strictObject({
    unconfirmed: days,
    being_confirmed: days,
    confirmed: days,
    disproved: days,
  } satisfies Record<OperationalStatus, typeof days>),
};

/**
 * What a mission sets for itself beside its framework. Whatever was never set has the house's default, so that a mission
 * that is older than a setting has it too.
 */
export const MissionSettings = z.strictObject({
  language: settings.language.default('en'),
  staleAfterDays: settings.staleAfterDays.default({
    unconfirmed: 3,
    being_confirmed: 7,
    confirmed: null,
    disproved: null,
  }),
});
/** Only what is given changes. */
export const MissionSettingsChange = z.strictObject(settings).partial();

/** Levels of a record's three groups of fields. */
const groupLevels = z.object({ core: z.enum(LEVELS), account: z.enum(LEVELS), protected: z.enum(LEVELS) });

export const MissionInSession = z.object({
  id: z.int(),
  slug: Slug,
  names: labels,
  framework: z.object({ code: z.enum(MISSION_FRAMEWORKS), names: labels }),
  timeZone: z.string(),
  /** Invented data: every page says so. */
  simulated: z.boolean(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** What a new record begins with. */
  levels: groupLevels,
  settings: MissionSettings,
  /** What the mission's clock reads now. */
  now: instant,
});

export const Session = z.object({
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    language: z.enum(LANGUAGES),
    totp: z.boolean(),
    /** False after a reset: then a passphrase is set without the one before. */
    passphrase: z.boolean(),
    roles: z.array(z.string()),
    verbs: z.array(z.string()),
    level: z.enum(LEVELS),
    compartments: z.array(z.string()),
    areas: z.array(z.string()).nullable(),
  }),
  /** The mission asked for, else the first one; `null` when the person is in none. */
  mission: MissionInSession.nullable(),
  missions: z.array(z.object({ slug: Slug, names: labels, simulated: z.boolean() })),
  /**
   * Keys (base64) for what the browser keeps for a dropped line: the person's for drafts, the session's for what it has
   * seen. They are made anew at each question, never stored, and never told to anybody but this session.
   */
  desk: z.object({ drafts: z.string(), seen: z.string() }),
});

export const OpenSession = z.object({
  id: z.uuid(),
  device: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  current: z.boolean(),
});
export const OpenSessions = z.object({ items: z.array(OpenSession) });

export const TotpOffer = z.object({ secret: z.string(), uri: z.string(), qr: z.string() });
/** The passphrase as well: whoever finds a session open must not lock its owner out with a secret of their own. */
export const TotpConfirm = z.object({ secret: z.string().regex(/^[A-Z2-7]{32,80}$/), code, passphrase });
export const TotpOff = z.object({ passphrase });
/** `current` is left out by whoever has none: after a reset. */
export const ChangePassphrase = z.object({ current: passphrase.optional(), next: passphrase });

export const Member = Scope.extend({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  totp: z.boolean(),
  disabled: z.boolean(),
  lastSeenAt: instant.nullable(),
});
export const Members = pageOf(Member);

export const Invite = Scope.extend({ name: name.nullable().default(null), email: Email.nullable().default(null) });
export const Invited = z.object({ id: z.uuid(), link: z.string(), expiresAt: instant });
export const Invitation = Scope.extend({
  id: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  madeAt: instant,
  expiresAt: instant,
  used: z.boolean(),
  ended: z.boolean(),
});
export const Invitations = pageOf(Invitation);
export const AcceptInvitation = z.object({
  token,
  name,
  email: Email,
  passphrase,
  language: z.enum(LANGUAGES).default('en'),
});

/** An invitation that somebody follows who has an account and is signed in. */
export const JoinMission = z.object({ token });
export const Joined = z.object({ mission: Slug });

export const MakeToken = z.object({
  name,
  scopes: z.array(z.string().max(60)).min(1).max(40),
  days: z.int().min(1).max(365).default(90),
});
export const MadeToken = z.object({ id: z.uuid(), token: z.string(), expiresAt: instant });
export const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  personName: z.string(),
  madeAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  revoked: z.boolean(),
});
export const Tokens = pageOf(Token);

export type Scope = z.infer<typeof Scope>;
export type Session = z.infer<typeof Session>;
export type MissionInSession = z.infer<typeof MissionInSession>;
