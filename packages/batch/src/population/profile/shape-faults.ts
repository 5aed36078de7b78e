export type PathInProfile = readonly (string | number)[];

/** A fault that knows the path of its entry, before the line is looked up. */
export interface ProfileFault {
  readonly path: PathInProfile;
  readonly zh: string;
  readonly en: string;
  readonly mend: { readonly zh: string; readonly en: string };
}

const seeFile = {
  zh: '写法见 content/hangzhou/population/profile.yaml 顶部的说明',
  en: 'the comment at the top of content/hangzhou/population/profile.yaml says what may stand here',
};

/** What zod found, as faults at their paths below `under`. */
export function shapeFaults(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  under: PathInProfile,
): ProfileFault[] {
  return issues.map(({ path, message }) => ({
    path: [...under, ...path.map((key) => (typeof key === 'number' ? key : String(key)))],
    zh: message,
    en: message,
    mend: seeFile,
  }));
}
