import type { ReactNode } from 'react';
import type { CardOffer } from '../../../workflows/panel/card.ts';
import { STYLES, useLook } from '../look.ts';
import type { SayCard } from './use-card.ts';

/** The products offered, with number and amount. */
export const OfferTable = ({
  offers,
  say,
}: {
  readonly offers: readonly CardOffer[];
  readonly say: SayCard;
}): ReactNode => {
  const look = useLook();
  if (offers.length === 0) return <p style={{ ...STYLES.plain, color: look.muted }}>{say('noOffer')}</p>;
  const cell = { padding: '2px 0', textAlign: 'left', verticalAlign: 'top', fontWeight: 400 } as const;
  const number = { ...cell, textAlign: 'right', paddingLeft: 12, whiteSpace: 'nowrap' } as const;
  return (
    <table style={{ width: '100%', borderCollapse: 'collapse', marginBottom: 4 }}>
      <thead>
        <tr style={{ color: look.muted }}>
          <th scope="col" style={cell}>
            {say('product')}
          </th>
          <th scope="col" style={number}>
            {say('quantity')}
          </th>
          <th scope="col" style={number}>
            {say('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {offers.map(({ id, name, quantity, amount }) => (
          <tr key={id} style={{ borderTop: `1px solid ${look.line}` }}>
            <th scope="row" style={cell}>
              {name}
            </th>
            <td style={number}>{quantity}</td>
            <td style={number}>{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
