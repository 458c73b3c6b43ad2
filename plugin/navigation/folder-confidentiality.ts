import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folderConfig } from '../define/navigation.ts';

export default defineNavigationMenuItem(folderConfig('confidentiality'));
