import { definePageLayoutTab } from 'twenty-sdk/define';
import { tagsTabConfig } from '../define/tags-tab.ts';

export default definePageLayoutTab(tagsTabConfig('tagAgreement'));
