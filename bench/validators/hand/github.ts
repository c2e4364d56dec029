import {
  areDependencies,
  isAuthorAssociation,
  isCommentOrNull,
  isIntegrationOrNull,
  isIssueTypeOrNull,
  isMilestoneOrNull,
  isReactions,
  isSubIssues,
} from './github-parts.ts';
import { isRepository } from './github-repository.ts';
import { isUser, isUserOrNull } from './github-user.ts';
import { asObject } from './object.ts';

export { isRepository } from './github-repository.ts';

// Written by hand for speed: a list of issues.

function isOption(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    Number.isInteger(object.id) &&
    typeof object.name === 'string' &&
    typeof object.color === 'string'
  );
}

function areMultiSelectOptions(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (!isOption(value[index])) return false;
  }
  return true;
}

function isFieldValue(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    Number.isInteger(object.issue_field_id) &&
    (object.issue_field_name === undefined || typeof object.issue_field_name === 'string') &&
    typeof object.node_id === 'string' &&
    (object.data_type === 'text' ||
      object.data_type === 'single_select' ||
      object.data_type === 'multi_select' ||
      object.data_type === 'number' ||
      object.data_type === 'date') &&
    (object.value === null || typeof object.value === 'string' || typeof object.value === 'number') &&
    (object.single_select_option === undefined ||
      object.single_select_option === null ||
      isOption(object.single_select_option)) &&
    (object.multi_select_options === undefined ||
      object.multi_select_options === null ||
      areMultiSelectOptions(object.multi_select_options))
  );
}

function isLabel(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    (object.id === undefined || Number.isInteger(object.id)) &&
    (object.node_id === undefined || typeof object.node_id === 'string') &&
    (object.url === undefined || typeof object.url === 'string') &&
    (object.name === undefined || typeof object.name === 'string') &&
    (object.description === undefined || object.description === null || typeof object.description === 'string') &&
    (object.color === undefined || object.color === null || typeof object.color === 'string') &&
    (object.default === undefined || typeof object.default === 'boolean')
  );
}

function areLabels(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (!(typeof value[index] === 'string' || isLabel(value[index]))) return false;
  }
  return true;
}

function areAssignees(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (!isUser(value[index])) return false;
  }
  return true;
}

function isPullRequest(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    (object.merged_at === undefined || object.merged_at === null || typeof object.merged_at === 'string') &&
    (object.diff_url === null || typeof object.diff_url === 'string') &&
    (object.html_url === null || typeof object.html_url === 'string') &&
    (object.patch_url === null || typeof object.patch_url === 'string') &&
    (object.url === null || typeof object.url === 'string')
  );
}

function areIssueFieldValues(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (!isFieldValue(value[index])) return false;
  }
  return true;
}

function isIssue(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    Number.isInteger(object.id) &&
    typeof object.node_id === 'string' &&
    typeof object.url === 'string' &&
    typeof object.repository_url === 'string' &&
    typeof object.labels_url === 'string' &&
    typeof object.comments_url === 'string' &&
    typeof object.events_url === 'string' &&
    typeof object.html_url === 'string' &&
    Number.isInteger(object.number) &&
    typeof object.state === 'string' &&
    (object.state_reason === undefined ||
      object.state_reason === null ||
      object.state_reason === 'completed' ||
      object.state_reason === 'reopened' ||
      object.state_reason === 'not_planned' ||
      object.state_reason === 'duplicate') &&
    typeof object.title === 'string' &&
    (object.body === undefined || object.body === null || typeof object.body === 'string') &&
    isUserOrNull(object.user) &&
    areLabels(object.labels) &&
    isUserOrNull(object.assignee) &&
    (object.assignees === undefined || areAssignees(object.assignees)) &&
    isMilestoneOrNull(object.milestone) &&
    typeof object.locked === 'boolean' &&
    (object.active_lock_reason === undefined ||
      object.active_lock_reason === null ||
      typeof object.active_lock_reason === 'string') &&
    Number.isInteger(object.comments) &&
    (object.pull_request === undefined || isPullRequest(object.pull_request)) &&
    (object.closed_at === null || typeof object.closed_at === 'string') &&
    typeof object.created_at === 'string' &&
    typeof object.updated_at === 'string' &&
    (object.draft === undefined || typeof object.draft === 'boolean') &&
    (object.closed_by === undefined || isUserOrNull(object.closed_by)) &&
    (object.body_html === undefined || typeof object.body_html === 'string') &&
    (object.body_text === undefined || typeof object.body_text === 'string') &&
    (object.timeline_url === undefined || typeof object.timeline_url === 'string') &&
    (object.type === undefined || isIssueTypeOrNull(object.type)) &&
    (object.repository === undefined || isRepository(object.repository)) &&
    (object.performed_via_github_app === undefined || isIntegrationOrNull(object.performed_via_github_app)) &&
    (object.author_association === undefined || isAuthorAssociation(object.author_association)) &&
    (object.reactions === undefined || isReactions(object.reactions)) &&
    (object.sub_issues_summary === undefined || isSubIssues(object.sub_issues_summary)) &&
    (object.parent_issue_url === undefined ||
      object.parent_issue_url === null ||
      typeof object.parent_issue_url === 'string') &&
    (object.pinned_comment === undefined || isCommentOrNull(object.pinned_comment)) &&
    (object.issue_dependencies_summary === undefined || areDependencies(object.issue_dependencies_summary)) &&
    (object.issue_field_values === undefined || areIssueFieldValues(object.issue_field_values))
  );
}

export function isIssueList(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!isIssue(value[index])) return false;
  return true;
}
