import { defineIssues } from './define';

export const DIFF_ISSUES = defineIssues({});
