import { isObject, own, ownObject, ownString, type JsonValue } from '../../base/json.ts';
import type { Page } from '../../pages/page.ts';
import type { Confidence, Evidence, Fact, SecurityFact, Source } from '../evidence.ts';

/**
 * The configuration of a documentation site (`docs.json`, `mint.json`): its name, and what it says of the API that its pages
 * describe: servers and authentication. Which descriptions it refers to is no fact; they are read where they are among the
 * documents. Gives no diagnostics.
 */
export const siteConfiguration: Source = {
  name: 'site-configuration',
  sniff(page) {
    const value = page.data?.value;
    const isSite = isObject(value) && 'navigation' in value && typeof own(value, 'name') === 'string';
    return isSite
      ? { score: 0.9, reason: 'its root has the keys name and navigation' }
      : { score: 0, reason: 'no configuration of a documentation site' };
  },
  read(page) {
    const api = ownObject(page.data?.value, 'api') ?? {};
    const text = ownString(page.data?.value, 'name')?.trim() ?? '';
    const title = text === '' ? [] : [stated(page, '/name', { kind: 'title', text }, 'medium')];
    return [...title, ...serverFacts(page, api), ...securityFacts(page, api)];
  },
};

/** Where the two generations of the configuration keep what is said of servers and of authentication. */
const serverPlaces = ['/api/baseUrl', '/api/mdx/server'];
const authPlaces = ['/api/auth', '/api/mdx/auth'];

function serverFacts(page: Page, api: JsonValue): Evidence[] {
  return serverPlaces.flatMap((pointer) => {
    const value = pointer === '/api/baseUrl' ? own(api, 'baseUrl') : own(ownObject(api, 'mdx'), 'server');
    const urls = [value].flat().filter((url) => typeof url === 'string' && /^https?:\/\/\S+$/.test(url)) as string[];
    return urls.map((url) => stated(page, pointer, { kind: 'server', url: url.replace(/\/$/, '') }));
  });
}

function securityFacts(page: Page, api: JsonValue): Evidence[] {
  return authPlaces.flatMap((pointer) => {
    const auth = pointer === '/api/auth' ? ownObject(api, 'auth') : ownObject(ownObject(api, 'mdx'), 'auth');
    const security = securityOf(ownString(auth, 'method'), ownString(auth, 'name'));
    return security ? [stated(page, pointer, { kind: 'security', security })] : [];
  });
}

function securityOf(method: string | undefined, name: string | undefined): SecurityFact | undefined {
  if (method === 'bearer' || method === 'basic') return { type: 'http', scheme: method };
  return method === 'key' && name !== undefined ? { type: 'apiKey', in: 'header', name } : undefined;
}

function stated(page: Page, pointer: string, fact: Fact, confidence: Confidence = 'high'): Evidence {
  const location = page.data?.locate(pointer) ?? { document: page.path, line: 1 };
  return { subject: { kind: 'api' }, fact, location, method: 'attribute', confidence };
}
