import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/ir/values/calendar.ts'
import { planOfAllFields } from '../../src/learn/columns/plan-of-fields.ts'
import { bindTo } from '../support/plans.ts'

const plan = planOfAllFields([], { numbers: 'auto', dates: 'auto', timezone: 'UTC', nulls: [] })

/** Exports in languages other than English and German: their headings, sizes, dates and answers. */
describe('an export', () => {
  test.each([
    [
      'in French',
      'Prénom;Nom;Adresse e-mail;Société;Fonction;Pays;Effectif;Date de création;Désabonné',
      'Élodie;Lefèvre;elodie@ete.example;Été SA;Directrice;France;51 à 200;11/02/2026;Non',
    ],
    [
      'in Spanish',
      'Nombre;Apellidos;Correo electrónico;Empresa;Cargo;País;Número de empleados;Fecha de creación;Dado de baja',
      'Iñigo;Muñoz;inigo@ano.example;Año S.L.;Director;España;de 51 a 200;11 de febrero de 2026;No',
    ],
    [
      'in Italian, with commas',
      'Nome,Cognome,Indirizzo email,Azienda,Ruolo,Paese,Numero di dipendenti,Data di creazione,Disiscritto',
      'Chiara,Bianchi,chiara@alfa.example,Alfa S.r.l.,Direttrice,Italia,da 51 a 200,11/02/2026,no',
    ],
    [
      'in Dutch',
      'Voornaam;Achternaam;E-mailadres;Bedrijfsnaam;Functie;Land;Aantal medewerkers;Aangemaakt op;Uitgeschreven',
      'Daan;de Vries;daan@alfa.example;Alfa B.V.;Directeur;Nederland;51 t/m 200;11 februari 2026;nee',
    ],
    [
      'in Polish',
      'Imię;Nazwisko;E-mail;Nazwa firmy;Stanowisko;Kraj;Liczba pracowników;Data utworzenia;Wypisany',
      'Łukasz;Żak;lukasz@alfa.example;Alfa Sp. z o.o.;Prezes;Polska;od 51 do 200;11 lutego 2026;nie',
    ],
    [
      'in Portuguese',
      'Nome,Sobrenome,Endereço de e-mail,Empresa,Cargo,País,Número de funcionários,Criado em,Unsubscribed',
      'João,Silva,joao@alfa.example,Alfa Ltda.,Diretor,Brasil,51 a 200 funcionários,11/02/2026,não',
    ],
  ])('%s', (_, headings, row) => {
    const delimiter = headings.includes(';') ? ';' : ','
    const cells = row.split(delimiter)
    const { bound, coerce } = bindTo(plan, headings.split(delimiter), [cells], delimiter)
    const { readings } = coerce(cells)
    const lead = Object.fromEntries(bound.fields.map(({ name }, slot) => [name, readings[slot]]))
    const texts = ['first_name', 'last_name', 'email', 'company', 'job_title', 'country'].map(name => lead[name]?.text)
    expect(texts).toEqual(cells.slice(0, 6))
    const values = ['employees', 'created_date', 'unsubscribed'].map(name => lead[name]?.value)
    expect(values).toEqual([51, dayOf(2026, 2, 11), false])
  })
})
