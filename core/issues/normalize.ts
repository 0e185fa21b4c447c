import { defineIssues } from './define';

export const NORMALIZE_ISSUES = defineIssues({});
