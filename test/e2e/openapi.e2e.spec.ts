import { Validator } from '@seriousme/openapi-schema-validator';
import { RouteTable } from '#libs/http';
import { startApi, type TestApi } from '../support/api.js';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let api: TestApi;
let description: Description;
let routes: {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}[];

beforeAll(async () => {
  api = await startApi();
  description = (await api.get<Description>('/openapi.json')).body;
  routes = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: `${method} ${path}`,
      method,
      path,
      operation,
    })),
  );
});

afterAll(() => api.close());

const namesOf = (flawed: (route: (typeof routes)[number]) => boolean) =>
  routes.filter(flawed).map(({ name }) => name);
const ofContexts = ({ path }: { path: string }) => path.startsWith('/api/v1/');

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(
      structuredClone(description) as unknown as Record<string, unknown>,
    );

    expect(errors ?? []).toEqual([]);
    expect([description.openapi, valid]).toEqual(['3.1.0', true]);
  });

  it('has every route that stands, and no other', () => {
    const standing = api.app
      .get(RouteTable)
      .all()
      .filter(({ method, url }) => method !== 'HEAD' && !/^\/(docs|openapi)/.test(url))
      .map(
        ({ method, url }) =>
          `${method.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}').replace(/\*$/, '{path}')}`,
      );

    expect(routes.map(({ name }) => name).toSorted()).toEqual(standing.toSorted());
  });

  it('says in words what every route does, and groups it', () => {
    expect(namesOf(({ operation }) => !operation.summary)).toEqual([]);
    expect(namesOf(({ operation }) => !operation.tags?.length)).toEqual([]);
  });

  it('names every parameter of every path', () => {
    const unnamed = namesOf(({ path, operation }) => {
      const named = operation.parameters
        ?.filter((parameter) => parameter.in === 'path')
        .map(({ name }) => `{${name}}`);
      return [...path.matchAll(/\{\w+\}/g)].some(([name]) => !named?.includes(name));
    });

    expect(unnamed).toEqual([]);
  });

  it('says how every command is answered and refused', () => {
    const commands = routes.filter(({ method, path }) => method === 'post' && ofContexts({ path }));
    const vague = commands.filter(({ operation: { responses } }) => {
      const recorded = responses['201'] ?? responses['200'];
      return (
        !recorded?.content || !['400', '409', '412', '422'].every((status) => responses[status]?.content)
      );
    });

    expect(vague.map(({ name }) => name)).toEqual([]);
  });

  it('has unique operation ids', () => {
    const ids = routes.map(({ operation }) => operation.operationId);

    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  });
});

describe('the pages about the API', () => {
  it('bring all that they show, and may fetch from nowhere else', async () => {
    const page = await api.get('/docs');
    const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');

    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(assets.length).toBeGreaterThan(3);
    for (const asset of assets) {
      const { status } = await api.get(new URL(asset, 'http://localhost/docs').pathname);
      expect([asset, status]).toEqual([asset, 200]);
    }
  });
});
