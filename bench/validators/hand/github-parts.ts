import { isUser, isUserOrNull } from './github-user.ts';
import { areTexts, asObject } from './object.ts';

// Written by hand for speed: what issues hold.

export function isMilestoneOrNull(value: unknown): boolean {
  if (value === null) return true;
  const object = asObject(value);
  return (
    object !== undefined &&
    typeof object.url === 'string' &&
    typeof object.html_url === 'string' &&
    typeof object.labels_url === 'string' &&
    Number.isInteger(object.id) &&
    typeof object.node_id === 'string' &&
    Number.isInteger(object.number) &&
    (object.state === 'open' || object.state === 'closed') &&
    typeof object.title === 'string' &&
    (object.description === null || typeof object.description === 'string') &&
    isUserOrNull(object.creator) &&
    Number.isInteger(object.open_issues) &&
    Number.isInteger(object.closed_issues) &&
    typeof object.created_at === 'string' &&
    typeof object.updated_at === 'string' &&
    (object.closed_at === null || typeof object.closed_at === 'string') &&
    (object.due_on === null || typeof object.due_on === 'string')
  );
}

export function isIssueTypeOrNull(value: unknown): boolean {
  if (value === null) return true;
  const object = asObject(value);
  return (
    object !== undefined &&
    Number.isInteger(object.id) &&
    typeof object.node_id === 'string' &&
    typeof object.name === 'string' &&
    (object.description === null || typeof object.description === 'string') &&
    (object.color === undefined ||
      object.color === null ||
      object.color === 'gray' ||
      object.color === 'blue' ||
      object.color === 'green' ||
      object.color === 'yellow' ||
      object.color === 'orange' ||
      object.color === 'red' ||
      object.color === 'pink' ||
      object.color === 'purple') &&
    (object.created_at === undefined || typeof object.created_at === 'string') &&
    (object.updated_at === undefined || typeof object.updated_at === 'string') &&
    (object.is_enabled === undefined || typeof object.is_enabled === 'boolean')
  );
}

/** An object whose values are all texts. */
function hasTexts(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  for (const key of Object.keys(object)) if (typeof object[key] !== 'string') return false;
  return true;
}

export function isIntegrationOrNull(value: unknown): boolean {
  if (value === null) return true;
  const object = asObject(value);
  return (
    object !== undefined &&
    Number.isInteger(object.id) &&
    (object.slug === undefined || typeof object.slug === 'string') &&
    typeof object.node_id === 'string' &&
    (object.client_id === undefined || typeof object.client_id === 'string') &&
    (isUser(object.owner) || isEnterprise(object.owner)) &&
    typeof object.name === 'string' &&
    (object.description === null || typeof object.description === 'string') &&
    typeof object.external_url === 'string' &&
    typeof object.html_url === 'string' &&
    typeof object.created_at === 'string' &&
    typeof object.updated_at === 'string' &&
    hasTexts(object.permissions) &&
    areTexts(object.events) &&
    (object.installations_count === undefined || Number.isInteger(object.installations_count))
  );
}

export function isEnterprise(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    (object.description === undefined || object.description === null || typeof object.description === 'string') &&
    typeof object.html_url === 'string' &&
    (object.website_url === undefined || object.website_url === null || typeof object.website_url === 'string') &&
    Number.isInteger(object.id) &&
    typeof object.node_id === 'string' &&
    typeof object.name === 'string' &&
    typeof object.slug === 'string' &&
    (object.created_at === null || typeof object.created_at === 'string') &&
    (object.updated_at === null || typeof object.updated_at === 'string') &&
    typeof object.avatar_url === 'string'
  );
}

export function isAuthorAssociation(value: unknown): boolean {
  switch (value) {
    case 'COLLABORATOR':
    case 'CONTRIBUTOR':
    case 'FIRST_TIMER':
    case 'FIRST_TIME_CONTRIBUTOR':
    case 'MANNEQUIN':
    case 'MEMBER':
    case 'NONE':
    case 'OWNER':
      return true;
    default:
      return false;
  }
}

export function isReactions(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    typeof object.url === 'string' &&
    Number.isInteger(object.total_count) &&
    Number.isInteger(object['+1']) &&
    Number.isInteger(object['-1']) &&
    Number.isInteger(object.laugh) &&
    Number.isInteger(object.confused) &&
    Number.isInteger(object.heart) &&
    Number.isInteger(object.hooray) &&
    Number.isInteger(object.eyes) &&
    Number.isInteger(object.rocket)
  );
}

export function isSubIssues(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    Number.isInteger(object.total) &&
    Number.isInteger(object.completed) &&
    Number.isInteger(object.percent_completed)
  );
}

export function isCommentOrNull(value: unknown): boolean {
  if (value === null) return true;
  const object = asObject(value);
  return (
    object !== undefined &&
    Number.isInteger(object.id) &&
    typeof object.node_id === 'string' &&
    typeof object.url === 'string' &&
    (object.body === undefined || typeof object.body === 'string') &&
    (object.body_text === undefined || typeof object.body_text === 'string') &&
    (object.body_html === undefined || typeof object.body_html === 'string') &&
    typeof object.html_url === 'string' &&
    isUserOrNull(object.user) &&
    typeof object.created_at === 'string' &&
    typeof object.updated_at === 'string' &&
    typeof object.issue_url === 'string' &&
    (object.author_association === undefined || isAuthorAssociation(object.author_association)) &&
    (object.performed_via_github_app === undefined || isIntegrationOrNull(object.performed_via_github_app)) &&
    (object.reactions === undefined || isReactions(object.reactions)) &&
    (object.pin === undefined || isPinOrNull(object.pin)) &&
    (object.minimized === undefined || isMinimizedOrNull(object.minimized))
  );
}

export function isPinOrNull(value: unknown): boolean {
  if (value === null) return true;
  const object = asObject(value);
  return object !== undefined && typeof object.pinned_at === 'string' && isUserOrNull(object.pinned_by);
}

export function isMinimizedOrNull(value: unknown): boolean {
  if (value === null) return true;
  const object = asObject(value);
  return object !== undefined && (object.reason === null || typeof object.reason === 'string');
}

export function areDependencies(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    Number.isInteger(object.blocked_by) &&
    Number.isInteger(object.blocking) &&
    Number.isInteger(object.total_blocked_by) &&
    Number.isInteger(object.total_blocking)
  );
}
