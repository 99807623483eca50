/* Dice, and the words that made-up cases are written with. */
#include "generate.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static const char *const openers[] = {"Regionen", "Sökanden", "Vi", "De", "Handläggaren", "Ekonomichefen", "Projektet",
	"Åtgärden", "Mottagningen", "Arbetet", "Kostnaden", "Personalen"};
static const char *const verbs[] = {"berättar", "räknar med", "har kompletterat", "vill minska", "ska följa upp",
	"har beskrivit", "behöver samordna", "redovisar", "har svarat om", "planerar", "beräknar", "prövar"};
static const char *const words[] = {"vården", "tiden", "kostnaderna", "beläggningen", "vårdplatserna", "samverkan",
	"uppföljningen", "införandet", "avtalen", "journalen", "läkemedlen", "bemanningen", "schemat", "köerna",
	"patienterna", "hemsjukvården", "primärvården", "upphandlingen", "utbildningen", "stödet", "budgeten",
	"effekten", "målet", "underlaget", "beslutet", "nämnden", "vårdnära", "gemensamma", "årliga", "större",
	"mindre", "nya", "särskilda", "digitala", "långsiktiga", "i", "och", "för", "med", "under", "efter", "före",
	"genom", "vid", "om", "på", "utan", "enligt", "mellan", "året", "hösten", "våren", "kvartalet", "månaden",
	"länet", "sjukhuset", "kommunerna", "avdelningen", "operation", "röntgen", "akuten", "öppenvården", "timmar",
	"procent", "kronor"};
static const char *const subjects[] = {"Gemensam bemanning", "Nära vård", "Digital uppföljning", "Samordnad röntgen",
	"Schemaläggning", "Egenmonitorering", "Gemensamma läkemedelslistor", "Vårdplatser i samverkan",
	"Ordnat införande", "Färre besök på akuten", "Kortare operationsköer", "Ny logistik för prover"};
static const char *const places[] = {"på medelstora sjukhus", "för äldre", "i glesbygd", "i hela länet", "för barn",
	"i primärvården", "på länssjukhuset", "över regiongränsen"};

/* xorshift64*: enough for cases, and three lines. */
int dice_throw(struct dice *dice, int sides)
{
	dice->state ^= dice->state >> 12;
	dice->state ^= dice->state << 25;
	dice->state ^= dice->state >> 27;
	return (int)((dice->state * UINT64_C(2685821657736338717) >> 33) % (uint64_t)sides);
}

bool dice_chance(struct dice *dice, int percent)
{
	return dice_throw(dice, 100) < percent;
}

void dice_operation(struct dice *dice, char out[OPERATION_TEXT])
{
	snprintf(out, OPERATION_TEXT, "%04x%04x-%04x-4%03x-8%03x-%04x%04x%04x", (unsigned)dice_throw(dice, 65536),
		(unsigned)dice_throw(dice, 65536), (unsigned)dice_throw(dice, 65536), (unsigned)dice_throw(dice, 4096),
		(unsigned)dice_throw(dice, 4096), (unsigned)dice_throw(dice, 65536), (unsigned)dice_throw(dice, 65536),
		(unsigned)dice_throw(dice, 65536));
}

static void any(struct dice *dice, const char *const *list, int count, struct buffer *out)
{
	buffer_text(out, list[dice_throw(dice, count)]);
}

static void sentence(struct dice *dice, struct buffer *out)
{
	any(dice, openers, COUNT(openers), out);
	buffer_add(out, " ", 1);
	any(dice, verbs, COUNT(verbs), out);
	for (int left = 3 + dice_throw(dice, 8); left > 0; left--) {
		buffer_add(out, " ", 1);
		any(dice, words, COUNT(words), out);
	}
	buffer_add(out, ".", 1);
}

void dice_prose(struct dice *dice, int bytes, struct buffer *out)
{
	size_t enough = out->bytes + (size_t)bytes;

	for (int count = 0; out->bytes < enough; count++) {
		if (count)
			buffer_text(out, count % 5 ? " " : "\n\n");
		sentence(dice, out);
	}
}

void dice_title(struct dice *dice, struct buffer *out)
{
	any(dice, subjects, COUNT(subjects), out);
	buffer_add(out, " ", 1);
	any(dice, places, COUNT(places), out);
	if (dice_chance(dice, 40))
		buffer_format(out, ", etapp %d", 1 + dice_throw(dice, 4));
}
