import { bodyNamesResponse } from '@luodi/server/contract';
import { useServer } from '../server/use-server.ts';
import { usePageState } from '../state/page-state.ts';

/** Says a district or a public body by its Chinese name in the language of the page; as it is where it has no English name. */
export function useBodyName(): (name: string) => string {
  const { language } = usePageState();
  const { data } = useServer(language === 'zh' ? undefined : '/api/body-names', bodyNamesResponse);
  return (name) => data?.names[name] ?? name;
}
