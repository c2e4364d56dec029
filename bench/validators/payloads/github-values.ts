import type { JsonObject, JsonValue } from '../../../generator/base/json.ts';

// Values in the shape of GitHub's answers; names and texts are made up.

const api = 'https://api.hub.test';

/** URLs of one resource: `<member>_url` leads to the path of the same name. */
function links(base: string, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [`${name}_url`, `${base}/${name.replaceAll('_', '/')}`]));
}

/** A user as it stands inside other resources. */
export function user(index: number): JsonObject {
  const base = `${api}/users/member-${index}`;
  return {
    login: `member-${index}`,
    id: 1000 + index,
    node_id: `MDQ6VXNlcj${index}`,
    avatar_url: `https://avatars.hub.test/u/${index}`,
    gravatar_id: '',
    url: base,
    html_url: `https://hub.test/member-${index}`,
    ...links(base, ['followers', 'following', 'gists', 'starred', 'subscriptions']),
    ...links(base, ['organizations', 'repos', 'events', 'received_events']),
    type: 'User',
    site_admin: false,
  };
}

const repositoryLinks = `
  archive assignees blobs branches collaborators comments commits compare contents
  contributors deployments downloads events forks git_commits git_refs git_tags hooks
  issue_comment issue_events issues keys labels languages merges milestones notifications
  pulls releases stargazers statuses subscribers subscription tags teams trees
  git ssh clone svn
`
  .trim()
  .split(/\s+/);

/** A repository with what GitHub sends of one to a member. */
export function repository(index: number): JsonObject {
  const base = `${api}/repos/circle/tool-${index}`;
  return {
    id: 5000 + index,
    node_id: `MDEwOlJlcG9zaXRvcn${index}`,
    name: `tool-${index}`,
    full_name: `circle/tool-${index}`,
    private: false,
    owner: user(index),
    html_url: `https://hub.test/circle/tool-${index}`,
    description: `What number ${index} is for`,
    fork: false,
    url: base,
    ...links(base, repositoryLinks),
    created_at: '2021-03-04T10:11:12Z',
    updated_at: '2026-01-02T03:04:05Z',
    pushed_at: '2026-01-02T03:04:05Z',
    homepage: null,
    size: 1080 + index,
    stargazers_count: 80 + index,
    watchers_count: 80 + index,
    language: 'TypeScript',
    ...Object.fromEntries(
      ['issues', 'projects', 'downloads', 'wiki', 'pages', 'discussions'].map((name) => [`has_${name}`, true]),
    ),
    forks_count: 9,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: 4,
    license: {
      key: 'mit',
      name: 'MIT License',
      spdx_id: 'MIT',
      url: `${api}/licenses/mit`,
      node_id: 'MDc6TGljZW5zZTEz',
    },
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: ['api', 'types', `number-${index}`],
    visibility: 'public',
    forks: 9,
    open_issues: 4,
    watchers: 80 + index,
    default_branch: 'main',
    permissions: { admin: false, maintain: false, push: true, triage: true, pull: true },
  };
}

const reactions = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'];

function label(name: string, index: number): JsonObject {
  const url = `${api}/repos/circle/tool/labels/${name}`;
  return { id: index, node_id: `LA_${index}`, url, name, color: 'd73a4a', default: true, description: `About ${name}` };
}

function milestone(index: number): JsonObject {
  const base = `${api}/repos/circle/tool/milestones/${index}`;
  return {
    url: base,
    html_url: `https://hub.test/circle/tool/milestone/${index}`,
    labels_url: `${base}/labels`,
    id: 300 + index,
    node_id: `MI_${index}`,
    number: index,
    title: `v${index}`,
    description: null,
    creator: user(index),
    open_issues: 4,
    closed_issues: 8,
    state: 'open',
    created_at: '2025-03-04T10:11:12Z',
    updated_at: '2026-01-02T03:04:05Z',
    due_on: null,
    closed_at: null,
  };
}

/** An issue as it stands in the list of a repository; every seventh has a milestone, every fifth an assignee. */
export function issue(index: number): JsonObject {
  const base = `${api}/repos/circle/tool/issues/${index}`;
  const assignees: JsonValue[] = index % 5 === 0 ? [user(index + 1)] : [];
  return {
    url: base,
    repository_url: `${api}/repos/circle/tool`,
    ...links(base, ['labels', 'comments', 'events']),
    html_url: `https://hub.test/circle/tool/issues/${index}`,
    id: 70_000 + index,
    node_id: `I_${index}`,
    number: index,
    title: `Number ${index} does not do what it says`,
    user: user(index % 40),
    labels: index % 3 === 0 ? [label('bug', 1), label('help', 2)] : [label('idea', 3)],
    state: 'open',
    locked: false,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: index % 7 === 0 ? milestone(index % 4) : null,
    comments: index % 6,
    created_at: '2026-01-02T03:04:05Z',
    updated_at: '2026-02-03T04:05:06Z',
    closed_at: null,
    author_association: index % 2 === 0 ? 'NONE' : 'MEMBER',
    sub_issues_summary: { total: 0, completed: 0, percent_completed: 0 },
    issue_dependencies_summary: { blocked_by: 0, total_blocked_by: 0, blocking: 0, total_blocking: 0 },
    body: `Steps to see it: take number ${index} and turn it around.`,
    closed_by: null,
    reactions: { url: `${base}/reactions`, total_count: 0, ...Object.fromEntries(reactions.map((name) => [name, 0])) },
    timeline_url: `${base}/timeline`,
    performed_via_github_app: null,
    state_reason: null,
  };
}
