import { defineIssues } from './define';

export const APPLY_ISSUES = defineIssues({});
