/** The composition root of the handbook: a page of its own, small enough for a hall whose phones all open it at once. */
import './fonts.css';
import '../styles/tokens.css';
import './handbook.css';
import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { admitOwnScripts } from '../own-scripts.ts';
import { newId } from '../sync/new-id.ts';
import { type HandbookAddress, handbookAddress } from './address.ts';
import { HandbookLine } from './ask.ts';
import { Book } from './book.ts';
import { HandbookPage } from './handbook-page.tsx';
import { keepWorker } from './keep-worker.ts';
import { Shelf, sweepShelves } from './shelf.ts';
import { startLanguage, useWords } from './words.ts';

/** Another delegate's code in the same tab is another handbook. */
function useAddress(): HandbookAddress | null {
  const [address, setAddress] = useState(() => handbookAddress(location));
  useEffect(() => {
    const onHash = () => setAddress(handbookAddress(location));
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  return address;
}

function bookOf(address: HandbookAddress): Book {
  const shelf = new Shelf(address.conference, address.badge);
  // A code that was read means that this phone is that delegate's from now on.
  if (address.badge !== null) void shelf.clearOthers();
  return new Book({ badge: address.badge, line: new HandbookLine(address), shelf, now: Date.now, newId });
}

function Handbook() {
  const words = useWords();
  const address = useAddress();
  const book = useMemo(() => (address === null ? null : bookOf(address)), [address]);
  useEffect(() => {
    document.documentElement.lang = words.language.code;
    document.title = words.name;
  }, [words]);
  if (address === null || book === null) {
    return (
      <main className="opening">
        <h1>{words.name}</h1>
        <p role="alert">{words.entry.nowhere}</p>
      </main>
    );
  }
  return <HandbookPage key={`${address.conference} ${address.badge}`} book={book} address={address} />;
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Handbook />
  </StrictMode>,
);
admitOwnScripts();
void startLanguage();
void sweepShelves(Date.now());
keepWorker();
