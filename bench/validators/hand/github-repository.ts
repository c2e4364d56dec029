import { isUser } from './github-user.ts';
import { areTexts, asObject, type Unknown } from './object.ts';

// Written by hand for speed: a repository.

function isLicenseOrNull(value: unknown): boolean {
  if (value === null) return true;
  const object = asObject(value);
  return (
    object !== undefined &&
    typeof object.key === 'string' &&
    typeof object.name === 'string' &&
    (object.url === null || typeof object.url === 'string') &&
    (object.spdx_id === null || typeof object.spdx_id === 'string') &&
    typeof object.node_id === 'string' &&
    (object.html_url === undefined || typeof object.html_url === 'string')
  );
}

function isPermissions(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    typeof object.admin === 'boolean' &&
    typeof object.pull === 'boolean' &&
    (object.triage === undefined || typeof object.triage === 'boolean') &&
    typeof object.push === 'boolean' &&
    (object.maintain === undefined || typeof object.maintain === 'boolean')
  );
}

function isCodeSearchIndexStatus(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    (object.lexical_search_ok === undefined || typeof object.lexical_search_ok === 'boolean') &&
    (object.lexical_commit_sha === undefined || typeof object.lexical_commit_sha === 'string')
  );
}

/** URLs that every repository has. */
function hasLinks(object: Unknown): boolean {
  return (
    typeof object.html_url === 'string' &&
    typeof object.url === 'string' &&
    typeof object.archive_url === 'string' &&
    typeof object.assignees_url === 'string' &&
    typeof object.blobs_url === 'string' &&
    typeof object.branches_url === 'string' &&
    typeof object.collaborators_url === 'string' &&
    typeof object.comments_url === 'string' &&
    typeof object.commits_url === 'string' &&
    typeof object.compare_url === 'string' &&
    typeof object.contents_url === 'string' &&
    typeof object.contributors_url === 'string' &&
    typeof object.deployments_url === 'string' &&
    typeof object.downloads_url === 'string' &&
    typeof object.events_url === 'string' &&
    typeof object.forks_url === 'string' &&
    typeof object.git_commits_url === 'string' &&
    typeof object.git_refs_url === 'string' &&
    typeof object.git_tags_url === 'string' &&
    typeof object.git_url === 'string' &&
    typeof object.issue_comment_url === 'string' &&
    typeof object.issue_events_url === 'string' &&
    typeof object.issues_url === 'string' &&
    typeof object.keys_url === 'string' &&
    typeof object.labels_url === 'string' &&
    typeof object.languages_url === 'string' &&
    typeof object.merges_url === 'string' &&
    typeof object.milestones_url === 'string' &&
    typeof object.notifications_url === 'string' &&
    typeof object.pulls_url === 'string' &&
    typeof object.releases_url === 'string' &&
    typeof object.ssh_url === 'string' &&
    typeof object.stargazers_url === 'string' &&
    typeof object.statuses_url === 'string' &&
    typeof object.subscribers_url === 'string' &&
    typeof object.subscription_url === 'string' &&
    typeof object.tags_url === 'string' &&
    typeof object.teams_url === 'string' &&
    typeof object.trees_url === 'string' &&
    typeof object.clone_url === 'string' &&
    typeof object.hooks_url === 'string' &&
    typeof object.svn_url === 'string'
  );
}

/** What every repository has. */
function hasFacts(object: Unknown): boolean {
  return (
    Number.isInteger(object.id) &&
    typeof object.node_id === 'string' &&
    typeof object.name === 'string' &&
    typeof object.full_name === 'string' &&
    isLicenseOrNull(object.license) &&
    Number.isInteger(object.forks) &&
    isUser(object.owner) &&
    typeof object.private === 'boolean' &&
    (object.description === null || typeof object.description === 'string') &&
    typeof object.fork === 'boolean' &&
    (object.mirror_url === null || typeof object.mirror_url === 'string') &&
    (object.homepage === null || typeof object.homepage === 'string') &&
    (object.language === null || typeof object.language === 'string') &&
    Number.isInteger(object.forks_count) &&
    Number.isInteger(object.stargazers_count) &&
    Number.isInteger(object.watchers_count) &&
    Number.isInteger(object.size) &&
    typeof object.default_branch === 'string' &&
    Number.isInteger(object.open_issues_count) &&
    typeof object.has_issues === 'boolean' &&
    typeof object.has_projects === 'boolean' &&
    typeof object.has_wiki === 'boolean' &&
    typeof object.has_pages === 'boolean' &&
    typeof object.has_downloads === 'boolean' &&
    typeof object.archived === 'boolean' &&
    typeof object.disabled === 'boolean' &&
    (object.pushed_at === null || typeof object.pushed_at === 'string') &&
    (object.created_at === null || typeof object.created_at === 'string') &&
    (object.updated_at === null || typeof object.updated_at === 'string') &&
    Number.isInteger(object.open_issues) &&
    Number.isInteger(object.watchers)
  );
}

/** What some have. */
function hasOptions(object: Unknown): boolean {
  return (
    (object.permissions === undefined || isPermissions(object.permissions)) &&
    (object.is_template === undefined || typeof object.is_template === 'boolean') &&
    (object.topics === undefined || areTexts(object.topics)) &&
    (object.has_discussions === undefined || typeof object.has_discussions === 'boolean') &&
    (object.has_pull_requests === undefined || typeof object.has_pull_requests === 'boolean') &&
    (object.pull_request_creation_policy === undefined ||
      object.pull_request_creation_policy === 'all' ||
      object.pull_request_creation_policy === 'collaborators_only') &&
    (object.visibility === undefined || typeof object.visibility === 'string') &&
    (object.allow_rebase_merge === undefined || typeof object.allow_rebase_merge === 'boolean') &&
    (object.temp_clone_token === undefined || typeof object.temp_clone_token === 'string') &&
    (object.allow_squash_merge === undefined || typeof object.allow_squash_merge === 'boolean') &&
    (object.allow_auto_merge === undefined || typeof object.allow_auto_merge === 'boolean') &&
    (object.delete_branch_on_merge === undefined || typeof object.delete_branch_on_merge === 'boolean') &&
    (object.allow_update_branch === undefined || typeof object.allow_update_branch === 'boolean') &&
    (object.use_squash_pr_title_as_default === undefined ||
      typeof object.use_squash_pr_title_as_default === 'boolean') &&
    (object.squash_merge_commit_title === undefined ||
      object.squash_merge_commit_title === 'PR_TITLE' ||
      object.squash_merge_commit_title === 'COMMIT_OR_PR_TITLE') &&
    (object.squash_merge_commit_message === undefined ||
      object.squash_merge_commit_message === 'PR_BODY' ||
      object.squash_merge_commit_message === 'COMMIT_MESSAGES' ||
      object.squash_merge_commit_message === 'BLANK') &&
    (object.merge_commit_title === undefined ||
      object.merge_commit_title === 'PR_TITLE' ||
      object.merge_commit_title === 'MERGE_MESSAGE') &&
    (object.merge_commit_message === undefined ||
      object.merge_commit_message === 'PR_BODY' ||
      object.merge_commit_message === 'PR_TITLE' ||
      object.merge_commit_message === 'BLANK') &&
    (object.allow_merge_commit === undefined || typeof object.allow_merge_commit === 'boolean') &&
    (object.allow_forking === undefined || typeof object.allow_forking === 'boolean') &&
    (object.web_commit_signoff_required === undefined || typeof object.web_commit_signoff_required === 'boolean') &&
    (object.master_branch === undefined || typeof object.master_branch === 'string') &&
    (object.starred_at === undefined || typeof object.starred_at === 'string') &&
    (object.anonymous_access_enabled === undefined || typeof object.anonymous_access_enabled === 'boolean') &&
    (object.code_search_index_status === undefined || isCodeSearchIndexStatus(object.code_search_index_status))
  );
}

export function isRepository(value: unknown): boolean {
  const object = asObject(value);
  return object !== undefined && hasLinks(object) && hasFacts(object) && hasOptions(object);
}
