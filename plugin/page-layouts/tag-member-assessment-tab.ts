import { definePageLayoutTab } from 'twenty-sdk/define';
import { assessmentTabConfig } from '../define/tags-tab.ts';

export default definePageLayoutTab(assessmentTabConfig());
