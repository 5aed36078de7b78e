import { useBodyName } from '../session/use-body-name.ts';

const han = /\p{Script=Han}/u;

/** A district or a public body in the language of the page; marked as Chinese where it has no English name. */
export function BodyName({ name }: { readonly name: string }) {
  const said = useBodyName()(name);
  return <span lang={han.test(said) ? 'zh-CN' : 'en'}>{said}</span>;
}
