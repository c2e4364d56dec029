import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, ownObject, type JsonObject, type JsonValue } from '../../../generator/base/json.ts';
import { bench } from '../../scoreboard/places.ts';
import { issue, repository, user } from './github-values.ts';
import { changed, documentOf, variants, type Payload } from './payload.ts';

/** GitHub's description, as the package of the bench carries it. */
export const githubFile = join(bench, 'node_modules/@octokit/openapi/generated/api.github.com.json');

/** A document of 3.0 with one component of GitHub's and all that it refers to, as GitHub wrote them. */
function githubDocument(key: string, further: JsonObject = {}, answer: string = key): JsonObject {
  if (!existsSync(githubFile)) throw new Error('npm install --prefix bench');
  const all = ownObject(ownObject(JSON.parse(readFileSync(githubFile, 'utf8')) as JsonValue, 'components'), 'schemas');
  const taken: JsonObject = {};
  const take = (name: string): void => {
    if (name in taken) return;
    taken[name] = all?.[name] ?? {};
    for (const reference of referencesIn(taken[name])) take(reference);
  };
  take(key);
  return documentOf({ ...taken, ...further }, answer, '3.0.3');
}

function referencesIn(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const reference = value['$ref'];
  if (typeof reference === 'string') return [reference.slice(reference.lastIndexOf('/') + 1)];
  return Object.values(value).flatMap(referencesIn);
}

function faultyRepositories(): JsonValue[] {
  const value = repository(3);
  return [
    changed(value, { id: 'five' }),
    changed(value, { name: undefined }),
    changed(value, { owner: changed(user(3), { login: 7 }) }),
    changed(value, { owner: null }),
    changed(value, { topics: ['api', 5] }),
    changed(value, { watchers: 1.5 }),
    changed(value, { permissions: { admin: true, push: true, pull: 'yes' } }),
    changed(value, { default_branch: undefined }),
  ];
}

const issueCount = 1000;

/** Lists of issues whose faults stand at their beginning, middle and end. */
function faultyIssues(): JsonValue[] {
  const list = variants(issueCount, issue);
  const fault = (at: number, members: Readonly<Record<string, JsonValue | undefined>>): JsonValue =>
    list.map((one, index) => (index === at ? changed(one, members) : one));
  return [
    fault(0, { title: 5 }),
    fault(500, { user: changed(user(1), { id: 'one' }) }),
    fault(750, { author_association: 'STRANGER' }),
    fault(999, { labels: [7] }),
  ];
}

/** What GitHub answers with. A function, since the description is read from a package that need not be installed. */
export function githubPayloads(): readonly Payload[] {
  const list = { 'issue-list': { type: 'array', items: { $ref: '#/components/schemas/issue' } } };
  return [
    {
      name: 'github-repository',
      title: 'GitHub repository',
      document: githubDocument('repository'),
      pointer: '/components/schemas/repository',
      type: 'Repository',
      valid: variants(8, repository),
      invalid: faultyRepositories(),
    },
    {
      name: 'github-issues',
      title: 'GitHub, 1,000 issues',
      document: githubDocument('issue', list, 'issue-list'),
      pointer: '/components/schemas/issue-list',
      type: 'IssueList',
      valid: variants(2, (index) => variants(issueCount, (at) => issue(at + index))),
      invalid: faultyIssues(),
    },
  ];
}
