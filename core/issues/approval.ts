import { defineIssues } from './define';

export const APPROVAL_ISSUES = defineIssues({});
