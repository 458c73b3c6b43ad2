import { defineRole } from 'twenty-sdk/define';
import { roleConfig } from '../define/role.ts';

export default defineRole(roleConfig('supervisor'));
