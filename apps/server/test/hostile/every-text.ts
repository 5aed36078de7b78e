import { z } from 'zod';
import { demoIdentitiesResponse } from '../../src/contract/index.ts';
import { Browser } from '../record-app.ts';
import type { Answering } from '../record-app.ts';

/** Half of a character. */
const half = String.fromCharCode(0xd800);

/** What nobody means and somebody tries. */
const hostileTexts = [
  `'"; drop table app_user; --`,
  'a\0b',
  half,
  'x'.repeat(5000),
  '9'.repeat(40),
  '1e999',
  '__proto__',
  '+999999-01-01',
];

interface Shape {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly example?: unknown;
  readonly minimum?: number | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly items?: Shape | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly oneOf?: readonly Shape[] | undefined;
}

const shape: z.ZodType<Shape> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    example: z.unknown().optional(),
    minimum: z.number().optional(),
    properties: z.record(z.string(), shape).optional(),
    items: shape.optional(),
    anyOf: z.array(shape).optional(),
    oneOf: z.array(shape).optional(),
  }),
);

const operation = z.looseObject({
  'x-roles': z.array(z.string()).optional(),
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
    .optional(),
  requestBody: z
    .looseObject({
      content: z.looseObject({ 'application/json': z.looseObject({ schema: shape }).optional() }),
    })
    .optional(),
});
const description = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), shape) }),
});
type Description = z.infer<typeof description>;
type Operation = z.infer<typeof operation>;

/** Something that fits a shape, as its description has it. */
class Samples {
  private readonly schemas: Readonly<Record<string, Shape>>;

  constructor({ components }: Description) {
    this.schemas = components.schemas;
  }

  resolve(given: Shape): Shape {
    const named =
      given.$ref === undefined ? undefined : this.schemas[given.$ref.split('/').at(-1) ?? ''];
    const found = named ?? given;
    const [choice] = found.anyOf ?? found.oneOf ?? [];
    return choice === undefined ? found : this.resolve(choice);
  }

  of(given: Shape, depth = 0): unknown {
    const found = this.resolve(given);
    if (found.const !== undefined) return found.const;
    if (found.enum !== undefined) return found.enum[0];
    if (found.example !== undefined) return found.example;
    switch (typeof found.type === 'string' ? found.type : (found.type?.[0] ?? '')) {
      case 'object':
        return Object.fromEntries(
          Object.entries(found.properties ?? {}).map(([key, inner]) => [
            key,
            this.of(inner, depth + 1),
          ]),
        );
      case 'array':
        return found.items === undefined || depth > 6 ? [] : [this.of(found.items, depth + 1)];
      case 'integer':
      case 'number':
        return found.minimum ?? 1;
      case 'boolean':
        return true;
      default:
        return 'abc';
    }
  }
}

/** The same data with a hostile text in the place of each text, one after the other. */
function* withHostile(data: unknown): Generator<unknown> {
  if (typeof data === 'string') yield* hostileTexts;
  else if (Array.isArray(data)) {
    const [first] = z.array(z.unknown()).parse(data);
    for (const inner of withHostile(first)) yield [inner];
  } else if (typeof data === 'object' && data !== null)
    for (const [key, value] of Object.entries(data))
      for (const inner of withHostile(value)) yield { ...data, [key]: inner };
}

function escaped(text: string): string {
  return text === half ? '%ED%A0%80' : encodeURIComponent(text);
}

interface Asking {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** An endpoint asked with every hostile text in each of its parameters and fields. */
function* attacks(
  path: string,
  method: string,
  { parameters = [], requestBody }: Operation,
  samples: Samples,
): Generator<Asking> {
  const schema = requestBody?.content['application/json']?.schema;
  const body = schema === undefined ? undefined : samples.of(schema);
  const address = (hostile?: string, text = '') => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) =>
      escaped(name === hostile ? text : 'abc'),
    );
    const query = parameters
      .filter((each) => each.in === 'query' && (each.required === true || each.name === hostile))
      .map(({ name }) => `${name}=${escaped(name === hostile ? text : 'abc')}`);
    return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
  };
  for (const { name } of parameters.filter((each) => each.in !== 'header'))
    for (const text of hostileTexts) yield { method, path: address(name, text), body };
  for (const each of withHostile(body)) yield { method, path: address(), body: each };
}

/** Endpoints that end the session, move the clock, or wait for what a test does not have. */
const leftOut = /^\/api\/(session|demo|simulation)/;

async function browsersOf(server: Answering): Promise<(roles: readonly string[]) => Browser> {
  const { identities } = demoIdentitiesResponse.parse(
    await (await server.request('/api/demo-identities')).json(),
  );
  const browsers = new Map<string, Browser>();
  for (const { role, login } of identities) {
    if (browsers.has(role)) continue;
    const browser = new Browser(server);
    await browser.signIn({ demo: login });
    browsers.set(role, browser);
  }
  const anybody = new Browser(server);
  return (roles) =>
    roles.map((each) => browsers.get(each)).find((each) => each !== undefined) ?? anybody;
}

/** Asks every endpoint with every hostile text as somebody who may; those that were not answered or refused in words. */
export async function attackEverything(
  server: Answering,
): Promise<{ readonly asked: number; readonly broken: readonly string[] }> {
  const described = description.parse(await (await server.request('/api/openapi.json')).json());
  const samples = new Samples(described);
  const browserFor = await browsersOf(server);
  const broken: string[] = [];
  let asked = 0;
  for (const [path, operations] of Object.entries(described.paths)) {
    if (leftOut.test(path)) continue;
    for (const [method, each] of Object.entries(operations)) {
      const browser = browserFor(each['x-roles'] ?? []);
      for (const attack of attacks(path, method.toUpperCase(), each, samples)) {
        asked += 1;
        const { status } = await browser.send(attack.method, attack.path, attack.body);
        if (status >= 500)
          broken.push(
            `${status} ${method} ${attack.path.slice(0, 200)} ${JSON.stringify(attack.body ?? '').slice(0, 300)}`,
          );
      }
    }
  }
  return { asked, broken };
}
