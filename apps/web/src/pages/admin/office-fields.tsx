import { AutoComplete } from 'antd';
import { organisationsResponse, roles } from '@luodi/server/contract';
import type { Role } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { useAdminTexts } from '../../i18n/use-admin-texts.ts';
import { useSessionTexts } from '../../i18n/use-session-texts.ts';
import { useHeld } from '../../session/use-held.ts';

/** An office as it is being chosen; an empty role or body: not chosen yet. */
export interface OfficeDraft {
  readonly organisation: string;
  readonly role: Role | '';
}

/** A body, by its name or by its id (enterprises are not listed), and a role in it. */
export function OfficeFields({
  draft,
  onChange,
}: {
  readonly draft: OfficeDraft;
  readonly onChange: (draft: OfficeDraft) => void;
}) {
  const { users: texts } = useAdminTexts();
  const { roles: names } = useSessionTexts();
  const { data } = useHeld('/api/admin/organisations', organisationsResponse);
  const bodies = (data?.organisations ?? []).filter(({ validUntil }) => validUntil === null);
  return (
    <>
      <AutoComplete
        aria-label={texts.organisation}
        placeholder={texts.organisation}
        style={{ width: 300, maxWidth: '100%' }}
        value={draft.organisation}
        options={bodies.map(({ id, name, district }) => ({
          value: id,
          label: district === null || name.startsWith(district) ? name : `${district} ${name}`,
        }))}
        showSearch={{
          filterOption: (words, option) =>
            option !== undefined && `${option.label} ${option.value}`.includes(words),
        }}
        popupMatchSelectWidth={false}
        onChange={(organisation: string) => onChange({ ...draft, organisation })}
      />
      <Choice
        label={texts.role}
        value={draft.role}
        options={roles.map((value) => ({ value, label: names[value] }))}
        onChange={(chosen) =>
          onChange({ ...draft, role: roles.find((each) => each === chosen) ?? '' })
        }
      />
    </>
  );
}
