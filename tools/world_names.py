# SPDX-License-Identifier: Apache-2.0
"""Names of the world that no gazetteer table gives: demonyms, English aliases, continents, seas, regions. Own knowledge."""

# ISO code: adjective(s) / people (plural people are listed where they differ from the adjective + s)
DEMONYMS = """
AF Afghan,Afghani|Afghans
AL Albanian|Albanians
DZ Algerian|Algerians
AD Andorran|Andorrans
AO Angolan|Angolans
AR Argentine,Argentinian,Argentinean|Argentines,Argentinians
AM Armenian|Armenians
AU Australian|Australians,Aussies
AT Austrian|Austrians
AZ Azerbaijani,Azeri|Azerbaijanis,Azeris
BS Bahamian|Bahamians
BH Bahraini|Bahrainis
BD Bangladeshi|Bangladeshis
BB Barbadian|Barbadians
BY Belarusian,Belarussian|Belarusians
BE Belgian|Belgians
BZ Belizean|Belizeans
BJ Beninese|
BT Bhutanese|
BO Bolivian|Bolivians
BA Bosnian|Bosnians
BW Batswana,Botswanan|
BR Brazilian|Brazilians
BN Bruneian|Bruneians
BG Bulgarian|Bulgarians
BF Burkinabe|
BI Burundian|Burundians
KH Cambodian|Cambodians
CM Cameroonian|Cameroonians
CA Canadian|Canadians
CV Cape Verdean|Cape Verdeans
CF Central African|Central Africans
TD Chadian|Chadians
CL Chilean|Chileans
CN Chinese|
CO Colombian|Colombians
KM Comorian|Comorians
CG Congolese|
CD Congolese|
CR Costa Rican|Costa Ricans
CI Ivorian|Ivorians
HR Croatian,Croat|Croatians,Croats
CU Cuban|Cubans
CY Cypriot,Greek Cypriot|Cypriots
CZ Czech|Czechs
DK Danish|Danes
DJ Djiboutian|Djiboutians
DO Dominican|Dominicans
EC Ecuadorian,Ecuadorean|Ecuadorians
EG Egyptian|Egyptians
SV Salvadoran,Salvadorean|Salvadorans
GQ Equatorial Guinean|
ER Eritrean|Eritreans
EE Estonian|Estonians
ET Ethiopian|Ethiopians
FJ Fijian|Fijians
FI Finnish|Finns
FR French|Frenchmen,Frenchman
GA Gabonese|
GM Gambian|Gambians
GE Georgian|Georgians
DE German|Germans
GH Ghanaian|Ghanaians
GR Greek|Greeks
GT Guatemalan|Guatemalans
GN Guinean|Guineans
GY Guyanese|
HT Haitian|Haitians
HN Honduran|Hondurans
HU Hungarian|Hungarians
IS Icelandic|Icelanders
IN Indian|Indians
ID Indonesian|Indonesians
IR Iranian|Iranians
IQ Iraqi|Iraqis
IE Irish|Irishmen
IL Israeli|Israelis
IT Italian|Italians
JM Jamaican|Jamaicans
JP Japanese|
JO Jordanian|Jordanians
KZ Kazakh,Kazakhstani|Kazakhs
KE Kenyan|Kenyans
KP North Korean|North Koreans
KR South Korean,Korean|South Koreans,Koreans
KW Kuwaiti|Kuwaitis
KG Kyrgyz|
LA Laotian|Laotians
LV Latvian|Latvians
LB Lebanese|
LS Basotho|
LR Liberian|Liberians
LY Libyan|Libyans
LT Lithuanian|Lithuanians
LU Luxembourgish|Luxembourgers
MG Malagasy|
MW Malawian|Malawians
MY Malaysian|Malaysians
MV Maldivian|Maldivians
ML Malian|Malians
MT Maltese|
MR Mauritanian|Mauritanians
MU Mauritian|Mauritians
MX Mexican|Mexicans
MD Moldovan|Moldovans
MC Monegasque|
MN Mongolian|Mongolians
ME Montenegrin|Montenegrins
MA Moroccan|Moroccans
MZ Mozambican|Mozambicans
MM Burmese|
NA Namibian|Namibians
NP Nepalese,Nepali|Nepalis
NL Dutch|Dutchmen
NZ |New Zealanders
NI Nicaraguan|Nicaraguans
NE Nigerien|Nigeriens
NG Nigerian|Nigerians
NO Norwegian|Norwegians
MK Macedonian|Macedonians
OM Omani|Omanis
PK Pakistani|Pakistanis
PS Palestinian|Palestinians
PA Panamanian|Panamanians
PG Papua New Guinean|
PY Paraguayan|Paraguayans
PE Peruvian|Peruvians
PH Filipino,Philippine|Filipinos
PL Polish|Poles
PT Portuguese|
PR Puerto Rican|Puerto Ricans
QA Qatari|Qataris
RO Romanian|Romanians
RU Russian|Russians
RW Rwandan|Rwandans
WS Samoan|Samoans
SA Saudi,Saudi Arabian|Saudis
SN Senegalese|
RS Serbian,Serb|Serbs,Serbians
SL Sierra Leonean|Sierra Leoneans
SG Singaporean|Singaporeans
SK Slovak,Slovakian|Slovaks
SI Slovenian,Slovene|Slovenes,Slovenians
SO Somali,Somalian|Somalis
ZA South African|South Africans
SS South Sudanese|
ES Spanish|Spaniards,Spaniard
LK Sri Lankan|Sri Lankans
SD Sudanese|
SR Surinamese|
SE Swedish|Swedes
CH Swiss|
SY Syrian|Syrians
TW Taiwanese|
TJ Tajik,Tajikistani|Tajiks
TZ Tanzanian|Tanzanians
TH Thai|Thais
TG Togolese|
TT Trinidadian|Trinidadians
TN Tunisian|Tunisians
TR Turkish|Turks
TM Turkmen|
UG Ugandan|Ugandans
UA Ukrainian|Ukrainians
AE Emirati|Emiratis
GB British|Britons,Briton,Brits
US American,US,U.S.|Americans
UY Uruguayan|Uruguayans
UZ Uzbek|Uzbeks
VA Vatican|
VE Venezuelan|Venezuelans
VN Vietnamese|
YE Yemeni|Yemenis
ZM Zambian|Zambians
ZW Zimbabwean|Zimbabweans
XK Kosovar,Kosovan|Kosovars
HK Hong Konger|Hong Kongers
"""
# people of parts and continents: id of the row below or of a division
OTHER_DEMONYMS = {
    "europe": "European|Europeans", "africa": "African|Africans", "asia": "Asian|Asians", "north-america": "North American|North Americans",
    "south-america": "South American|South Americans", "latin-america": "Latin American|Latin Americans",
    "gb-england": "English|Englishmen,Englishman", "gb-scotland": "Scottish,Scots|Scotsmen", "gb-wales": "Welsh|Welshmen",
    "kashmir": "Kashmiri|Kashmiris", "tibet": "Tibetan|Tibetans", "south-ossetia": "South Ossetian,Ossetian|South Ossetians",
    "abkhazia": "Abkhaz,Abkhazian|Abkhazians", "crimea": "Crimean|Crimeans", "kurdistan": "", "gaza-strip": "Gazan|Gazans",
    "us-california": "Californian|Californians", "us-texas": "Texan|Texans", "us-ohio": "|Ohioans", "us-minnesota": "|Minnesotans",
    "us-florida": "Floridian|Floridians", "us-hawaii": "Hawaiian|Hawaiians", "us-alaska": "Alaskan|Alaskans", "us-michigan": "|Michiganders",
    "us-iowa": "Iowan|Iowans", "us-nebraska": "Nebraskan|Nebraskans", "us-virginia": "Virginian|Virginians", "us-oregon": "Oregonian|Oregonians",
    "us-pennsylvania": "Pennsylvanian|Pennsylvanians", "us-arkansas": "|Arkansans", "us-kentucky": "|Kentuckians", "us-louisiana": "|Louisianans",
    "us-north-dakota": "|North Dakotans", "us-illinois": "|Illinoisans", "us-indiana": "|Hoosiers", "us-nevada": "|Nevadans",
    "us-new-york": "|New Yorkers", "us-oklahoma": "|Oklahomans", "us-tennessee": "|Tennesseans", "us-utah": "|Utahns", "us-vermont": "|Vermonters",
    "us-wisconsin": "|Wisconsinites", "us-georgia": "", "ca-alberta": "Albertan|Albertans", "ca-ontario": "Ontarian|Ontarians",
    "ca-manitoba": "Manitoban|Manitobans", "ca-british-columbia": "British Columbian|British Columbians", "ca-quebec": "|Quebecers,Quebecois",
    "balkans": "Balkan|", "scandinavia": "Scandinavian|Scandinavians", "caribbean": "", "catalonia": "Catalan|Catalans",
    "chechnya": "Chechen|Chechens", "dagestan": "Dagestani|Dagestanis", "darfur": "Darfuri|Darfuris", "siberia": "Siberian|Siberians",
    "bavaria": "Bavarian|Bavarians", "sicily": "Sicilian|Sicilians", "northern-cyprus": "Turkish Cypriot|Turkish Cypriots",
}

COUNTRY_ALIASES = """
US United States|United States of America|USA|U.S.|US|U.S.A.|America
GB United Kingdom|UK|U.K.|Britain|Great Britain
RU Russia|Russian Federation
CN China|People's Republic of China|PRC|mainland China
KP North Korea|DPRK|Democratic People's Republic of Korea
KR South Korea|Republic of Korea|ROK|Korea
CD Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|D.R.C.|Congo-Kinshasa|Zaire
CG Republic of the Congo|Congo|Congo-Brazzaville
CI Ivory Coast|Cote d'Ivoire|C\u00f4te d'Ivoire
MM Myanmar|Burma
NL Netherlands|The Netherlands|Holland
CZ Czech Republic|Czechia
MK North Macedonia|Macedonia
SZ Eswatini|Swaziland
TL East Timor|Timor-Leste
CV Cape Verde|Cabo Verde
VA Vatican|Vatican City|Holy See|Vatican City State
PS Palestine|Palestinian territories|Palestinian Territories|State of Palestine|occupied territories|Palestinian Territory
SY Syria|Syrian Arab Republic
IR Iran|Islamic Republic of Iran
TR Turkey|T\u00fcrkiye|Turkiye
AE United Arab Emirates|UAE|U.A.E.|the Emirates|Emirates
SA Saudi Arabia|KSA|Kingdom of Saudi Arabia|Saudi
LA Laos
VN Vietnam|Viet Nam
BA Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia
BO Bolivia
VE Venezuela
TZ Tanzania
MD Moldova
TW Taiwan
GM Gambia|The Gambia
BS Bahamas|The Bahamas
XK Kosovo
HK Hong Kong
MO Macau|Macao
IE Ireland|Republic of Ireland|Irish Republic
SS South Sudan
PG Papua New Guinea
DE Germany|Federal Republic of Germany
FR France
BY Belarus
KG Kyrgyzstan
PR Puerto Rico
EH Western Sahara
LY Libya
IL Israel|Jewish state|State of Israel
JO Jordan|Hashemite Kingdom of Jordan
YE Yemen
QA Qatar
IQ Iraq|Republic of Iraq
LB Lebanon
EG Egypt
AQ Antarctica
FM Micronesia
KN Saint Kitts and Nevis|St. Kitts
VC Saint Vincent and the Grenadines
TT Trinidad and Tobago|Trinidad
AG Antigua and Barbuda|Antigua
VI U.S. Virgin Islands
"""

# middles of countries, to a quarter of a degree; own knowledge, where no table of GeoNames points is given
COUNTRY_POINTS = {line.split()[0]: (float(line.split()[1]), float(line.split()[2])) for line in """
AD 42.55 1.58
AL 41 20
DZ 28 3
AG 17.05 -61.8
BS 24.25 -76
BH 26.03 50.55
BD 24 90
BB 13.17 -59.53
BY 53 28
BZ 17.25 -88.75
BJ 9.5 2.25
BT 27.5 90.5
BO -17 -65
BA 44 18
BN 4.5 114.67
BF 13 -2
BI -3.5 30
KH 13 105
CM 6 12
CV 16 -24
CF 7 21
TD 15 19
KM -12.17 44.25
CG -1 15
HR 45.17 15.5
CI 8 -5
DJ 11.5 42.5
DO 19 -70.67
GQ 1.7 10.5
ER 15 39
EE 59 26
SZ -26.5 31.5
ET 8 38
FJ -18 178
GA -1 11.75
GM 13.5 -15.5
GN 10.83 -10.67
GW 12 -15
HT 19 -72.42
HN 15 -86.5
IS 65 -18
JM 18.25 -77.5
JO 31 36
KW 29.5 47.75
KG 41.5 75
LA 18 105
LS -29.5 28.25
LR 6.5 -9.5
LT 55.42 24
MW -13.5 34
MV 3.2 73
ML 18 -2
MR 20.25 -10.5
MK 41.83 22
MD 47.25 28.58
MC 43.73 7.42
ME 42.75 19.25
MZ -18.25 35
NA -22 17
NP 28 84
NI 13 -85
NE 18 9
OM 21 57
PG -6 147
PY -23 -57.67
QA 25.5 51.25
WS -13.8 -172.17
SM 43.93 12.42
SN 14.5 -14.25
SI 46.08 15
SK 48.67 19.5
SL 8.5 -11.5
SG 1.37 103.8
SO 6 48
SS 7.5 30
LK 7.75 80.75
SE 62 15
TJ 39 71
TG 8.67 1.08
TM 39.75 59.67
UG 1.25 32.5
UZ 41.71 63.85
VU -16 167
YE 15.5 47.5
ZW -19 29.75
TL -8.83 125.75
SB -9 160
TO -20 -175
EH 25 -13.5
GL 72 -40
PR 18.25 -66.5
FK -51.75 -59.17
GI 36.13 -5.35
""".split("\n") if line}

# id, name, feature, lat, lon, radius_km, country, aliases
REGIONS = """
europe|Europe|CONT|48.69|9.14|2500||Continental Europe,mainland Europe
africa|Africa|CONT|7.19|21.09|3700||
asia|Asia|CONT|29.84|89.30|4500||
north-america|North America|CONT|46.07|-100.55|3500||
south-america|South America|CONT|-14.60|-57.66|3200||
oceania|Oceania|CONT|-18.31|138.52|3500||
european-union|European Union|RGN|48.69|9.14|2000||EU,E.U.
latin-america|Latin America|RGN|-10.0|-65.0|4500||
central-america|Central America|RGN|14.0|-87.0|900||
caribbean|Caribbean|RGN|18.0|-72.0|1300||West Indies
middle-east|Middle East|RGN|29.3|42.6|1900||Mideast,Near East
north-africa|North Africa|RGN|28.0|9.0|2300||Maghreb
west-africa|West Africa|RGN|12.0|-3.0|1500||
east-africa|East Africa|RGN|1.0|38.0|1300||
southern-africa|Southern Africa|RGN|-25.0|24.0|1300||
sub-saharan-africa|sub-Saharan Africa|RGN|0.0|20.0|3300||
horn-of-africa|Horn of Africa|RGN|8.0|45.0|900||
sahel|Sahel|RGN|15.0|5.0|2300||
sahara|Sahara|DSRT|23.0|5.0|2300||Sahara Desert
south-asia|South Asia|RGN|22.0|78.0|1700||
southeast-asia|Southeast Asia|RGN|5.0|110.0|2200||South-East Asia,South East Asia
central-asia|Central Asia|RGN|42.0|66.0|1400||
east-asia|East Asia|RGN|36.0|115.0|2000||
western-europe|Western Europe|RGN|47.0|4.0|1000||
eastern-europe|Eastern Europe|RGN|50.0|28.0|1100||
balkans|Balkans|RGN|43.0|21.0|500||Balkan Peninsula
scandinavia|Scandinavia|RGN|63.0|16.0|800||
caucasus|Caucasus|RGN|42.5|44.5|450||
north-caucasus|North Caucasus|RGN|43.5|45.0|350|RU|
baltic-states|Baltic states|RGN|57.0|25.0|350||Baltics
persian-gulf|Persian Gulf|GULF|26.9|51.5|450||Arabian Gulf
gulf-region|Gulf|RGN|25.0|51.0|700||
arabian-peninsula|Arabian Peninsula|PEN|22.0|47.0|1100||
levant-region|Levant|RGN|33.9|36.5|350||
mediterranean-sea|Mediterranean Sea|SEA|36.0|16.0|1700||Mediterranean
red-sea|Red Sea|SEA|20.0|38.5|1000||
black-sea|Black Sea|SEA|43.0|34.0|500||
caspian-sea|Caspian Sea|SEA|41.5|50.5|500||Caspian
baltic-sea|Baltic Sea|SEA|58.0|20.0|600||Baltic
north-sea|North Sea|SEA|56.0|3.0|450||
arabian-sea|Arabian Sea|SEA|15.0|65.0|1200||
south-china-sea|South China Sea|SEA|13.0|114.0|1000||
east-china-sea|East China Sea|SEA|29.0|125.0|600||
sea-of-japan|Sea of Japan|SEA|40.0|135.0|600||
sea-of-azov|Sea of Azov|SEA|46.0|36.5|150||
caribbean-sea|Caribbean Sea|SEA|15.0|-75.0|1200||
bering-sea|Bering Sea|SEA|58.0|-178.0|900||
dead-sea|Dead Sea|LK|31.5|35.48|35||
atlantic-ocean|Atlantic Ocean|OCN|10.0|-25.0|5000||Atlantic,North Atlantic
pacific-ocean|Pacific Ocean|OCN|10.0|-170.0|7000||Pacific
indian-ocean|Indian Ocean|OCN|-10.0|70.0|4500||
arctic-ocean|Arctic Ocean|OCN|85.0|0.0|2000||
arctic|Arctic|RGN|80.0|0.0|2500||
gulf-of-aden|Gulf of Aden|GULF|12.5|47.5|400||
gulf-of-oman|Gulf of Oman|GULF|24.5|58.5|250||Sea of Oman
gulf-of-mexico|Gulf of Mexico|GULF|25.0|-90.0|800||
gulf-of-guinea|Gulf of Guinea|GULF|2.0|3.0|700||
bay-of-bengal|Bay of Bengal|BAY|15.0|88.0|900||
strait-of-hormuz|Strait of Hormuz|STRT|26.57|56.25|60||
bab-el-mandeb|Bab el-Mandeb|STRT|12.58|43.33|30||Bab al-Mandab
bosphorus|Bosphorus|STRT|41.12|29.08|20|TR|Bosporus
english-channel|English Channel|CHN|50.2|-1.0|250||
suez-canal|Suez Canal|CNL|30.7|32.34|85|EG|
panama-canal|Panama Canal|CNL|9.1|-79.7|40|PA|
nile|Nile|STM|27.0|31.0|900|EG|Nile River,River Nile
mississippi-river|Mississippi River|STM|35.0|-90.5|900|US|
missouri-river|Missouri River|STM|43.0|-100.0|900|US|
ohio-river|Ohio River|STM|38.5|-85.5|500|US|
colorado-river|Colorado River|STM|36.5|-112.5|600|US|
hudson-river|Hudson River|STM|42.0|-73.9|200|US|
potomac-river|Potomac River|STM|38.8|-77.2|150|US|Potomac
rio-grande|Rio Grande|STM|29.0|-102.5|700|US|
red-river|Red River|STM|47.9|-97.0|250|US|
danube|Danube|STM|46.5|19.0|800||Danube River
rhine|Rhine|STM|50.0|8.0|350|DE|Rhine River
thames|Thames|STM|51.5|-0.3|90|GB|River Thames
volga|Volga|STM|52.0|47.0|800|RU|Volga River
dnieper|Dnieper|STM|48.5|34.5|450|UA|Dnipro River
amazon-river|Amazon|STM|-3.0|-60.0|1500|BR|Amazon River
amazonia|Amazon rainforest|RGN|-5.0|-62.0|1500|BR|
congo-river|Congo River|STM|-2.0|18.0|900|CD|
niger-river|Niger River|STM|13.0|-2.0|1100||
niger-delta|Niger Delta|DLTA|5.0|6.3|150|NG|
ganges|Ganges|STM|25.3|83.0|600|IN|Ganges River
indus|Indus|STM|29.0|70.0|700|PK|Indus River
mekong|Mekong|STM|16.0|104.8|900||Mekong River
yangtze|Yangtze|STM|30.5|112.0|1100|CN|Yangtze River
yellow-river|Yellow River|STM|36.5|108.0|1000|CN|
himalayas|Himalayas|MTS|28.5|84.0|1100||Himalaya
alps|Alps|MTS|46.5|9.8|450||
andes|Andes|MTS|-20.0|-67.0|3000||
rocky-mountains|Rocky Mountains|MTS|43.0|-110.0|1200|US|Rockies
appalachians|Appalachian Mountains|MTS|38.0|-80.0|800|US|Appalachia,Appalachians
mount-everest|Mount Everest|MT|27.99|86.93|5|NP|Everest
great-lakes|Great Lakes|LK|45.0|-84.0|600||
lake-michigan|Lake Michigan|LK|44.0|-87.0|200|US|
lake-superior|Lake Superior|LK|47.7|-87.5|250|US|
lake-erie|Lake Erie|LK|42.2|-81.2|180|US|
lake-ontario|Lake Ontario|LK|43.7|-77.9|140||
lake-huron|Lake Huron|LK|44.8|-82.4|170||
lake-victoria|Lake Victoria|LK|-1.0|33.0|160||
lake-chad|Lake Chad|LK|13.0|14.5|80||
great-plains|Great Plains|PLN|40.0|-101.0|900|US|
midwest|Midwest|RGN|42.0|-93.0|800|US|Upper Midwest
new-england|New England|RGN|44.0|-71.5|300|US|
deep-south|Deep South|RGN|32.5|-87.0|600|US|
silicon-valley|Silicon Valley|RGN|37.4|-122.0|40|US|
bay-area|Bay Area|RGN|37.8|-122.3|80|US|San Francisco Bay Area
long-island|Long Island|ISL|40.8|-73.1|90|US|
manhattan|Manhattan|PPLA2|40.78|-73.97|11|US|
brooklyn|Brooklyn|PPLA2|40.65|-73.95|10|US|
queens|Queens|PPLA2|40.68|-73.84|12|US|
the-bronx|The Bronx|PPLA2|40.85|-73.87|8|US|Bronx
staten-island|Staten Island|PPLA2|40.56|-74.14|11|US|
hollywood|Hollywood|PPLX|34.1|-118.33|6|US|
wall-street|Wall Street|ST|40.706|-74.009|1|US|
capitol-hill|Capitol Hill|HLL|38.89|-77.0|2|US|
guantanamo-bay|Guantanamo Bay|BAY|19.95|-75.15|15|CU|Guantanamo
heathrow|Heathrow Airport|AIRP|51.47|-0.46|4|GB|Heathrow
gatwick|Gatwick Airport|AIRP|51.15|-0.18|4|GB|Gatwick
gaza-strip|Gaza Strip|RGN|31.40|34.35|20|PS|Gaza
west-bank|West Bank|RGN|32.0|35.25|60|PS|
golan-heights|Golan Heights|RGN|33.0|35.8|30|SY|Golan
sinai|Sinai|PEN|29.5|34.0|130|EG|Sinai Peninsula
upper-egypt|Upper Egypt|RGN|26.0|32.5|300|EG|
kurdistan|Kurdistan|RGN|37.0|43.0|300||
iraqi-kurdistan|Kurdistan Region|RGN|36.3|44.3|150|IQ|Iraqi Kurdistan
kashmir|Kashmir|RGN|34.5|76.0|300||Jammu and Kashmir
tibet|Tibet|RGN|31.0|88.0|800|CN|
xinjiang|Xinjiang|RGN|41.0|85.0|900|CN|
manchuria|Manchuria|RGN|45.0|126.0|600|CN|
inner-mongolia|Inner Mongolia|RGN|44.0|114.0|900|CN|
siberia|Siberia|RGN|62.0|100.0|2500|RU|
chechnya|Chechnya|ADM1|43.33|45.67|80|RU|Chechen Republic
dagestan|Dagestan|ADM1|43.0|47.0|150|RU|
ingushetia|Ingushetia|ADM1|43.17|44.83|40|RU|
crimea|Crimea|RGN|45.3|34.4|150|UA|Crimean Peninsula
donbas|Donbas|RGN|48.3|38.3|180|UA|Donbass
south-ossetia|South Ossetia|RGN|42.33|44.0|50|GE|
abkhazia|Abkhazia|RGN|43.0|41.0|80|GE|
nagorno-karabakh|Nagorno-Karabakh|RGN|39.9|46.75|60|AZ|Artsakh,Karabakh
transnistria|Transnistria|RGN|46.9|29.5|80|MD|
northern-cyprus|Northern Cyprus|RGN|35.25|33.5|60|CY|
catalonia|Catalonia|ADM1|41.82|1.47|120|ES|
basque-country|Basque Country|ADM1|43.0|-2.6|60|ES|
andalusia|Andalusia|ADM1|37.6|-4.5|200|ES|
bavaria|Bavaria|ADM1|49.0|11.5|160|DE|
sicily|Sicily|ADM1|37.6|14.0|110|IT|
sardinia|Sardinia|ADM1|40.1|9.1|110|IT|
tuscany|Tuscany|ADM1|43.4|11.2|90|IT|
brittany|Brittany|ADM1|48.2|-3.0|110|FR|
normandy|Normandy|ADM1|49.1|0.2|110|FR|
corsica|Corsica|ADM1|42.1|9.1|70|FR|
darfur|Darfur|RGN|13.0|25.0|350|SD|
kordofan|South Kordofan|ADM1|11.2|29.9|200|SD|
puntland|Puntland|RGN|8.5|48.5|250|SO|
somaliland|Somaliland|RGN|9.8|46.0|250|SO|
tigray|Tigray|ADM1|13.8|38.4|150|ET|
biafra|Biafra|RGN|6.0|7.0|200|NG|
great-barrier-reef|Great Barrier Reef|RF|-18.3|147.7|900|AU|
tasmania|Tasmania|ADM1|-42.0|146.6|150|AU|
korean-peninsula|Korean Peninsula|PEN|38.0|127.5|450||
iberia|Iberian Peninsula|PEN|40.0|-4.0|500||Iberia
anatolia|Anatolia|RGN|39.0|34.0|500|TR|
east-jerusalem|East Jerusalem|PPLX|31.79|35.24|6|PS|
galilee|Galilee|RGN|32.8|35.4|40|IL|
negev|Negev|DSRT|30.8|34.8|70|IL|
falklands|Falklands|RGN|-51.7|-59.0|150|FK|
galapagos|Galapagos Islands|ISLS|-0.6|-90.5|150|EC|Galapagos
canary-islands|Canary Islands|ISLS|28.3|-16.5|200|ES|Canaries
hispaniola|Hispaniola|ISL|19.0|-71.0|300||
okinawa|Okinawa|ISL|26.5|127.9|60|JP|
borneo|Borneo|ISL|1.0|114.0|600||
sumatra|Sumatra|ISL|0.0|102.0|800|ID|
java|Java|ISL|-7.5|110.0|500|ID|
bali|Bali|ISL|-8.5|115.1|60|ID|
sulawesi|Sulawesi|ISL|-2.0|121.0|400|ID|
mindanao|Mindanao|ISL|7.5|125.0|250|PH|
luzon|Luzon|ISL|16.0|121.0|300|PH|
east-anglia|East Anglia|RGN|52.4|0.9|70|GB|
yorkshire|Yorkshire|RGN|53.96|-1.08|80|GB|
west-midlands|West Midlands|RGN|52.5|-1.9|40|GB|
cornwall|Cornwall|ADM2|50.4|-4.8|60|GB|
devon|Devon|ADM2|50.7|-3.8|60|GB|
kent|Kent|ADM2|51.2|0.7|45|GB|
essex|Essex|ADM2|51.8|0.6|45|GB|
sussex|Sussex|RGN|50.95|-0.1|60|GB|
surrey|Surrey|ADM2|51.25|-0.4|30|GB|
norfolk-gb|Norfolk|ADM2|52.67|1.0|50|GB|
suffolk|Suffolk|ADM2|52.2|1.0|45|GB|
lancashire|Lancashire|ADM2|53.8|-2.6|45|GB|
oxfordshire|Oxfordshire|ADM2|51.8|-1.3|35|GB|
cambridgeshire|Cambridgeshire|ADM2|52.3|0.0|40|GB|
hampshire|Hampshire|ADM2|51.0|-1.3|45|GB|
"""

US_STATES = """
AL|Alabama|32.75|-86.75|Ala.
AK|Alaska|64.0|-150.0|Alaska
AZ|Arizona|34.5|-111.5|Ariz.
AR|Arkansas|34.75|-92.5|Ark.
CA|California|37.25|-119.75|Calif.
CO|Colorado|39.0|-105.5|Colo.
CT|Connecticut|41.67|-72.67|Conn.
DE|Delaware|39.0|-75.5|Del.
DC|District of Columbia|38.92|-77.0|D.C.
FL|Florida|28.75|-82.5|Fla.
GA|Georgia|32.75|-83.5|Ga.
HI|Hawaii|20.75|-156.5|Hawaii
ID|Idaho|44.5|-114.25|Idaho
IL|Illinois|40.0|-89.25|Ill.
IN|Indiana|40.0|-86.25|Ind.
IA|Iowa|42.0|-93.5|Iowa
KS|Kansas|38.5|-98.5|Kan.,Kans.
KY|Kentucky|38.2|-84.88|Ky.
LA|Louisiana|31.0|-92.0|La.
ME|Maine|45.5|-69.25|Maine
MD|Maryland|39.0|-76.75|Md.
MA|Massachusetts|42.37|-71.11|Mass.
MI|Michigan|44.25|-85.5|Mich.
MN|Minnesota|46.25|-94.25|Minn.
MS|Mississippi|32.75|-89.75|Miss.
MO|Missouri|38.25|-92.5|Mo.
MT|Montana|47.0|-109.75|Mont.
NE|Nebraska|41.5|-99.75|Neb.,Nebr.
NV|Nevada|39.25|-116.75|Nev.
NH|New Hampshire|43.67|-71.5|N.H.
NJ|New Jersey|40.17|-74.5|N.J.
NM|New Mexico|34.5|-106.0|N.M.
NY|New York|43.0|-75.5|N.Y.
NC|North Carolina|35.5|-80.0|N.C.
ND|North Dakota|47.5|-100.5|N.D.
OH|Ohio|40.25|-83.0|Ohio
OK|Oklahoma|35.5|-97.5|Okla.
OR|Oregon|44.0|-120.5|Ore.
PA|Pennsylvania|40.27|-76.91|Pa.
RI|Rhode Island|41.75|-71.5|R.I.
SC|South Carolina|34.0|-81.0|S.C.
SD|South Dakota|44.5|-100.25|S.D.
TN|Tennessee|35.75|-86.25|Tenn.
TX|Texas|31.25|-99.25|Tex.
UT|Utah|39.25|-111.75|Utah
VT|Vermont|44.0|-72.75|Vt.
VA|Virginia|37.55|-77.45|Va.
WA|Washington|47.5|-120.5|Wash.
WV|West Virginia|38.5|-80.5|W.Va.
WI|Wisconsin|44.5|-90.0|Wis.
WY|Wyoming|43.0|-107.5|Wyo.
"""
# country.code|lat|lon|abbreviations|extra aliases
OTHER_DIVISIONS = """
CA.01|52.28|-117.47|Alta.,AB|
CA.02|53.0|-125.0|B.C.,BC|
CA.03|55.0|-97.0|Man.,MB|
CA.04|46.5|-66.0|N.B.,NB|
CA.05|52.0|-56.0|N.L.,Nfld.,NL|Newfoundland,Labrador
CA.07|45.0|-63.0|N.S.,NS|
CA.08|49.25|-84.5|Ont.,ON|
CA.09|46.33|-63.5|P.E.I.,PEI|PEI
CA.10|52.0|-72.0|Que.,QC|
CA.11|54.0|-106.0|Sask.,SK|
CA.12|63.0|-135.0|Y.T.|Yukon Territory
CA.13|65.0|-118.0|N.W.T.|
CA.14|70.0|-90.0||
AU.01|-35.5|149.0|ACT|ACT
AU.02|-33.0|146.0|NSW,N.S.W.|NSW
AU.03|-20.0|134.0|NT|
AU.04|-20.0|144.0|Qld,QLD|
AU.05|-30.0|135.0|SA|
AU.07|-37.0|145.0|Vic,VIC|
AU.08|-25.0|122.0|WA|
GB.ENG|52.16|-0.70||
GB.SCT|56.0|-4.0||
GB.WLS|52.5|-3.5||
GB.NIR|54.5|-6.5||Ulster
"""
