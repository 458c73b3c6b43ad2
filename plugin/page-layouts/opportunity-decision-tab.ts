import { definePageLayoutTab } from 'twenty-sdk/define';
import { decisionTabConfig } from '../define/tags-tab.ts';

export default definePageLayoutTab(decisionTabConfig());
