import { defineObject } from 'twenty-sdk/define';
import { objectConfig } from './define/object.ts';

export default defineObject(objectConfig('tagIncident'));
