import type { FrameSetup } from '../frame-setup.ts';
import { type HostCall, previewHost } from './host.ts';

/** What the built bundle exports: draws the component into an element. */
type Render = (container: Element) => void;

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
};

const setupOf = async (): Promise<FrameSetup> => {
  const response = await fetch(`/preview/setup${location.search}`);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};

const show = (call: HostCall): void => {
  const line = document.createElement('li');
  line.dataset.call = call.name;
  line.textContent = `${call.name} ${JSON.stringify(call.params)}`;
  element('calls').append(line);
};

const setup = await setupOf();
const container = element('component');
document.title = setup.name;
document.documentElement.lang = setup.context.locale;
document.documentElement.dataset.scheme = setup.context.colorScheme;
Object.assign(globalThis, {
  process: { env: setup.environment },
  __twentySdkExecutionContext__: setup.context,
  frontComponentHostCommunicationApi: previewHost({
    onCall: show,
    newToken: async () => (await setupOf()).environment.TWENTY_APP_ACCESS_TOKEN ?? '',
    unmount: () => container.replaceChildren(),
  }),
});
const { default: render } = (await import(setup.bundle)) as { readonly default: Render };
render(container);
