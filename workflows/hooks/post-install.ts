import { definePostInstallLogicFunction } from 'twenty-sdk/define';
import { SETTLE_SECONDS, settleIn } from './settle-in.ts';

export default definePostInstallLogicFunction({
  universalIdentifier: 'a20e496f-3639-4b38-9bef-2d140dfca198',
  name: 'post-install',
  description: 'Fills the tag dictionary and judges the records that are there',
  timeoutSeconds: SETTLE_SECONDS,
  shouldRunOnVersionUpgrade: true,
  handler: settleIn,
});
