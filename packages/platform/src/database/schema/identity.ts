import type {
  Counted,
  Defaulted,
  Instant,
  Json,
  Optional,
  OptionalInstant,
  Whole,
} from './columns.ts';

export type OrganisationKind =
  | 'province'
  | 'city'
  | 'district'
  | 'department'
  | 'park'
  | 'enterprise'
  | 'provider';

export type Role =
  | 'enterprise'
  | 'officer'
  | 'finance'
  | 'expert'
  | 'pilot_office'
  | 'inspector'
  | 'auditor'
  | 'administrator';

/** Who there is, what they may be, who is signed in. Days are YYYY-MM-DD. */
export interface IdentitySchema {
  readonly organisation: {
    readonly id: string;
    readonly kind: OrganisationKind;
    readonly name: string;
    readonly name_en: string;
    readonly credit_code: Optional<string>;
    /** The district that it belongs to; `null` where it acts for the whole city. */
    readonly district: Optional<string>;
    readonly parent: Optional<string>;
    readonly valid_from: Optional<string>;
    readonly valid_until: Optional<string>;
    readonly demo: Defaulted<boolean>;
  };
  readonly organisation_change: {
    readonly organisation: string;
    readonly kind: 'renamed' | 'succeeded';
    readonly earlier_name: Optional<string>;
    readonly successor: Optional<string>;
    readonly since: Optional<string>;
    readonly source: string;
  };
  readonly app_user: {
    readonly id: string;
    readonly login: string;
    readonly name: string;
    readonly name_en: string;
    readonly password_hash: Optional<string>;
    readonly oidc_issuer: Optional<string>;
    readonly oidc_subject: Optional<string>;
    readonly failed_logins: Defaulted<number>;
    readonly locked_until: OptionalInstant;
    readonly disabled_at: OptionalInstant;
    /** Set by an administrator, to be changed by its owner before anything else. */
    readonly one_time_password: Defaulted<boolean>;
    readonly demo: Defaulted<boolean>;
    readonly created_at: Instant;
    readonly email: Optional<string>;
    readonly mail_wanted: Defaulted<boolean>;
  };
  /** A view: of accounts what everybody may know. */
  readonly user_name: {
    readonly id: string;
    readonly name: string;
    readonly name_en: string;
  };
  readonly membership: {
    readonly app_user: string;
    readonly organisation: string;
    readonly role: Role;
  };
  readonly session: {
    readonly token_hash: string;
    readonly app_user: string;
    readonly organisation: string;
    readonly role: Role;
    readonly csrf_token: string;
    readonly created_at: Instant;
    readonly last_seen_at: Defaulted<Date>;
    readonly expires_at: Defaulted<Date>;
  };
  readonly command: {
    readonly key: string;
    readonly actor: string;
    readonly name: string;
    readonly request_hash: string;
    readonly outcome: Json;
    readonly at: Instant;
  };
  readonly journal_head: {
    readonly day: string;
    readonly sequence: Whole;
    readonly hash: string;
  };
  readonly attachment: {
    readonly id: string;
    readonly owner: string;
    readonly delivery_case: Optional<string>;
    readonly name: string;
    readonly media_type: string;
    readonly bytes: Uint8Array;
    readonly sha256: string;
    readonly at: Instant;
    readonly brought_by: string;
  };
  readonly notification: {
    readonly id: Counted;
    readonly organisation: string;
    /** What it is about: a case, a programme. */
    readonly subject: string;
    readonly kind: string;
    readonly words: Json;
    readonly at: Instant;
    readonly read_at: OptionalInstant;
    readonly delivered_at: OptionalInstant;
    readonly mailed_at: OptionalInstant;
  };
  readonly notice_mail: {
    readonly notification: bigint;
    readonly app_user: string;
    readonly attempts: Defaulted<number>;
    readonly next_at: Defaulted<Date>;
    readonly sent_at: OptionalInstant;
    readonly given_up_at: OptionalInstant;
  };
}
